import type { Block, ListItem, Text } from "./reply.js";
import { STRINGS } from "./strings.js";

export interface PageLimits {
  /** What fits on a page, in the unit of `sizeOf`. */
  readonly size: number;
  /** Size of a block once it is rendered; a list's size is at most the sum of its items as lists of one. */
  readonly sizeOf: (block: Block) => number;
}

/**
 * Divides blocks into pages, between blocks and between the items of a list. Nothing is lost and the order is kept; a
 * heading goes with what follows it. A piece that is larger than a page stands alone, and the renderer has to cut it.
 */
export function paginate(blocks: readonly Block[], { size, sizeOf }: PageLimits): Block[][] {
  const pages: Block[][] = [[]];
  let used = 0;
  for (const group of piecesOf(blocks)) {
    const groupSize = group.reduce((sum, block) => sum + sizeOf(block), 0);
    if (used > 0 && used + groupSize > size) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...group);
    used += groupSize;
  }
  return pages.map(joinLists);
}

/** What must not be parted: a block, an item of a list, and a heading with the piece behind it. */
function piecesOf(blocks: readonly Block[]): Block[][] {
  const pieces: Block[][] = [];
  let headings: Block[] = [];
  for (const block of blocks.flatMap(itemsAsLists)) {
    if (block.type === "heading") {
      headings.push(block);
    } else {
      pieces.push([...headings, block]);
      headings = [];
    }
  }
  if (headings.length > 0) pieces.push(headings);
  return pieces;
}

function itemsAsLists(block: Block): Block[] {
  return block.type === "list"
    ? block.items.map((item) => ({ type: "list", items: [item] }))
    : [block];
}

/** Items of a list that came to one page are one list again. */
function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === "list" && last?.type === "list") {
      const items: readonly ListItem[] = [...last.items, ...block.items];
      joined[joined.length - 1] = { type: "list", items };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

/**
 * The line at the foot of a page: which entry, and which page where there are several.
 *
 * @param page - from 0
 */
export function footOf({ foot }: Text, page: number, pageCount: number): Block[] {
  const parts = [
    ...(pageCount > 1 ? [STRINGS.pageLine(page + 1, pageCount)] : []),
    ...(foot ? [foot] : []),
  ];
  if (parts.length === 0) return [];
  return [{ type: "small", spans: [{ text: parts.join(STRINGS.footSeparator) }] }];
}
