import type { Source } from "../../knowledge/model.js";
import { type CalendarDay, historicalYear, readEdtf } from "../edtf-date.js";
import { citationKeys } from "./keys.js";

/** A date as CSL-JSON has it: years as people count them, -280 for 280 BC. */
interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[];
  /** 1 to 4, spring to winter. */
  readonly season?: number;
  readonly circa?: true;
  readonly literal?: string;
}

/**
 * The sources as CSL-JSON, for Zotero, pandoc and others that read CSL. Our fields are CSL's own; what CSL's dates
 * cannot say, such as a decade, an open end, or that a date is the words' own, stands beside them as EDTF under `custom`.
 *
 * @param sources - by id
 * @returns a JSON array, an entry a source, in the order given
 */
export function toCslJson(sources: Readonly<Record<string, Source>>): string {
  const keys = citationKeys(sources);
  const items = Object.entries(sources).map(([id, source]) => {
    const { issued, "original-date": original, custom, ...fields } = source;
    return {
      ...fields,
      id: keys.get(id),
      ...(issued === undefined ? issuedWhenWritten(original) : { issued: cslDate(issued) }),
      ...(issued && original ? { "original-date": cslDate(original) } : {}),
      custom: {
        ...custom,
        ...(issued && !isWhole(issued) ? { "issued-edtf": issued } : {}),
        ...(original && !(issued && isWhole(original)) ? { "original-date-edtf": original } : {}),
      },
    };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** What was never published was issued when it was written: styles look for no other date, and print two where both stand. */
function issuedWhenWritten(original: string | undefined): { issued?: CslDate } {
  return original === undefined ? {} : { issued: cslDate(original) };
}

function cslDate(edtf: string): CslDate {
  const date = readEdtf(edtf);
  if (!date) return { literal: edtf };
  const days = date.kind === "day" ? [date.day] : [date.from, date.to].filter((day) => !!day);
  const season = date.kind === "day" ? seasonOf(date.day) : undefined;
  return {
    "date-parts": days.map(dateParts),
    ...(season === undefined ? {} : { season }),
    ...(days.some(({ mark }) => mark) ? { circa: true } : {}),
  };
}

function dateParts({ year, month, day }: CalendarDay): number[] {
  const parts = [historicalYear(year), month, day].filter((part) => part !== undefined);
  return month !== undefined && month > 20 ? parts.slice(0, 1) : parts;
}

function seasonOf({ month = 0 }: CalendarDay): number | undefined {
  return month > 20 ? month - 20 : undefined;
}

/** False where the date says more as EDTF than in CSL's form. */
function isWhole(edtf: string): boolean {
  const date = readEdtf(edtf);
  if (!date || edtf.includes("%")) return false;
  const isClear = ({ unknownDigits, mark }: CalendarDay) =>
    unknownDigits === 0 && mark !== "uncertain";
  if (date.kind === "day") return isClear(date.day);
  // One "circa" and no seasons hold for a whole range.
  const { from, to } = date;
  return !!from && !!to && [from, to].every((day) => isClear(day) && !day.mark && !seasonOf(day));
}
