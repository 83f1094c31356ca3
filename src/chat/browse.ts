import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import { type BrowseAction, listAction } from "./browse-action.js";
import { showCase } from "./buttons.js";
import { type Division, type Heading, headingsOf, sharedFacets } from "./headings.js";
import { changesOf, recentCases } from "./recent.js";
import { type Block, type Button, plain, type Reply } from "./reply.js";
import { STRINGS } from "./strings.js";

/** Lines of a menu on the tightest platform, less the one that leads back. */
export const LINES_MAX = 24;

const DIVISIONS = ["period", "party", "facet"] as const;

/** Opens the form in which a question can be put. */
export const ASK_BUTTON: Button = { label: STRINGS.askButton, action: { name: "ask" } };
/** Leads to the ways into the collection. */
export const BROWSE_BUTTON: Button = {
  label: STRINGS.browseButton,
  action: listAction("start"),
};

/** A list of the collection, to walk through without a question. */
export function browse(base: KnowledgeBase, action: BrowseAction): Reply {
  const { list, key } = action;
  switch (list) {
    case "start":
      return start(base);
    case "recent":
      return listReply(action, {
        title: STRINGS.browse.recent,
        said: changesOf(base),
        lines: recentCases(base).map(showCase),
        back: listAction("start"),
      });
    case "reasons": {
      const entry = base.findCase(key);
      if (entry?.status !== "current") return start(base);
      return listReply(action, {
        title: STRINGS.sameReasonsTitle,
        lead: entry.title,
        lines: sharedFacets(base, entry).map((heading) => headingLine(heading, "facet")),
        back: showCase(entry).action,
      });
    }
    default:
      return division(base, action, list);
  }
}

/** The ways in, for a menu under any other reply. */
export function browseLines(): Button[] {
  return [...DIVISIONS, "recent" as const].map((list) => ({
    label: STRINGS.browse[list],
    action: listAction(list),
  }));
}

/** Leads from a case to others turned down for the same kinds of reason; nothing where there are none. */
export function sameReasonsLine(base: KnowledgeBase, entry: Case): Button[] {
  return sharedFacets(base, entry).length > 0
    ? [{ label: STRINGS.sameReasons, action: listAction("reasons", entry.id) }]
    : [];
}

function start(base: KnowledgeBase): Reply {
  return {
    blocks: [
      { type: "title", text: STRINGS.browseTitle },
      { type: "paragraph", spans: [plain(STRINGS.browseCount(base.current.length))] },
    ],
    buttons: [ASK_BUTTON],
    menu: { label: STRINGS.browseLabel, items: browseLines() },
  };
}

function division(base: KnowledgeBase, action: BrowseAction, list: Division): Reply {
  const headings = headingsOf(base, list);
  const heading = headings.find((one) => one.key === action.key);
  if (heading) {
    const meaning = list === "facet" ? base.facets[heading.key] : undefined;
    return listReply(action, {
      title: heading.label,
      ...(meaning ? { lead: meaning } : {}),
      lines: heading.cases.map(showCase),
      back: listAction(list),
    });
  }
  return listReply(
    { ...action, key: "" },
    {
      title: STRINGS.browse[list],
      lines: headings.map((one) => headingLine(one, list)),
      back: listAction("start"),
    },
  );
}

function headingLine({ key, label, cases }: Heading, list: Division): Button {
  return { label: STRINGS.browseHeading(label, cases.length), action: listAction(list, key) };
}

interface List {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: string;
  readonly lines: readonly Button[];
  /** What is written instead of the lines, where that says more. */
  readonly said?: readonly Block[];
  readonly back: Button["action"];
}

/** A page of lines, written and to be picked; past the last page comes the first. */
function listReply(action: BrowseAction, { title, lead, lines, said, back }: List): Reply {
  const pageCount = Math.max(1, Math.ceil(lines.length / LINES_MAX));
  const page = action.page % pageCount;
  const next = (page + 1) % pageCount;
  const first = page * LINES_MAX;
  const shown = lines.slice(first, first + LINES_MAX);
  const turn: Button[] =
    pageCount > 1
      ? [{ label: STRINGS.pageButton(next + 1, pageCount), action: { ...action, page: next } }]
      : [];
  const range: Block[] =
    pageCount > 1
      ? [
          {
            type: "small",
            spans: [plain(STRINGS.browseRange(first + 1, first + shown.length, lines.length))],
          },
        ]
      : [];
  return {
    blocks: [
      { type: "title", text: title },
      ...(lead ? [{ type: "paragraph" as const, spans: [plain(lead)] }] : []),
      ...(said ?? [
        { type: "list" as const, items: shown.map(({ label }) => ({ spans: [plain(label)] })) },
      ]),
      ...range,
    ],
    buttons: [...turn, ASK_BUTTON],
    menu: {
      label: STRINGS.nearestLabel,
      items: [...shown, { label: STRINGS.browseBack, action: back }],
    },
  };
}
