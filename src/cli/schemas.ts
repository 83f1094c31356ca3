import { z } from "zod";
import {
  caseFileSchema,
  exceptionsFileSchema,
  facetsFileSchema,
  partiesFileSchema,
  premisesFileSchema,
  sourceFileSchema,
} from "../knowledge/model.js";

const SCHEMAS = {
  case: caseFileSchema,
  source: sourceFileSchema,
  parties: partiesFileSchema,
  facets: facetsFileSchema,
  premises: premisesFileSchema,
  exceptions: exceptionsFileSchema,
} as const;

/** The model as JSON Schemas by file name, so that an editor completes and complains while a curator types. */
export function knowledgeSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), null, 2)}\n`,
    ]),
  );
}
