import type { Source } from "../model.js";
import type { Problem } from "../problem.js";
import { type DataPath, problemAt, type YamlFile } from "../yaml.js";
import type { Rule } from "./rule.js";

/** Sites that copy books and articles without leave: good for checking wording, never for citing. */
const MIRRORS = [
  "dokumen.pub",
  "docslib.org",
  "ebin.pub",
  "epdf.mx",
  "epdf.pub",
  "epdf.tips",
  "fb2.top",
  "libgen",
  "nanobukva.ru",
  "pdfcoffee.com",
  "pdfsr.com",
  "readonlinefree",
  "sci-hub",
  "scribd.com",
  "trantor",
  "vdoc.pub",
  "vdocuments",
  "yumpu.com",
  "z-lib",
];

/** KB014: an address can be opened safely, and belongs to whoever may publish the work. */
export const addressesFit: Rule = {
  code: "KB014",
  check: ({ cases, sources, sourceFiles }) => [
    ...cases.flatMap(({ yaml, entry }) =>
      Object.entries(entry.sources).flatMap(([id, source]) =>
        checkSource(yaml, ["sources", id], source),
      ),
    ),
    ...Object.entries(sourceFiles).flatMap(([id, yaml]) => {
      const source = sources[id];
      return source ? checkSource(yaml, [], source) : [];
    }),
  ],
};

function checkSource(yaml: YamlFile, path: DataPath, source: Source): Problem[] {
  return [
    ...checkAddress(yaml, [...path, "URL"], source.URL),
    ...checkAddress(yaml, [...path, "custom", "archived"], source.custom.archived),
  ];
}

function checkAddress(yaml: YamlFile, path: DataPath, address: string | undefined): Problem[] {
  if (address === undefined) return [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const problem = (message: string) => [problemAt(yaml, path, "KB014", message)];
  if (!url) return problem(`"${address}" is no address. Copy it from the browser's address bar.`);
  const mirror = MIRRORS.find((site) => url.hostname.includes(site));
  if (mirror) return problem(`${mirror} is a mirror. Cite the published work without an address.`);
  if (url.protocol === "https:") return [];
  return problem(`"${address}" is not https. Use the https address.`);
}
