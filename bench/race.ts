import { createAsker } from "../src/answer/ask.js";
import type { EvaluationQuestion } from "../src/evaluation/questions.js";
import { mistyped } from "../src/evaluation/slips.js";
import type { KnowledgeBase } from "../src/knowledge/base.js";
import { createSearch } from "../src/search/search.js";
import { createAnalysis } from "./peers/analysis.js";
import { fusePeers } from "./peers/fuse.js";
import { lunrPeers } from "./peers/lunr.js";
import { miniSearchPeers } from "./peers/minisearch.js";
import { oramaPeers } from "./peers/orama.js";
import type { Peer } from "./peers/peer.js";
import { comparable, measureOurs, measurePeer, type QualityRow } from "./quality.js";
import { measureBuild, type Times, timesOf, timesOnce } from "./speed.js";

export interface RaceOptions {
  /** Ours alone. */
  readonly isAlone: boolean;
  /** Made-up cases: ours is not fitted on them, so the peers try fewer settings too. */
  readonly isSynthetic: boolean;
  /** Whether fuse.js over documents takes part; in quality at the real base alone, since it takes seconds a question. */
  readonly withFuse: boolean;
}

const SETTINGS_SYNTHETIC = 2;
const SLIPS = [0, 1, 2];
/** Questions by which speed is measured, a third each without, with one and with two typing errors. */
const TIMED = 300;
/** fuse.js over documents takes seconds a question. */
const TIMED_SLOW = 2;
/** And at the real base a fifth of one: it is asked every eighth question. */
const SLOW_EVERY = 8;

/** Each engine's settings: an array an engine. */
function engines({ withFuse, isSynthetic }: RaceOptions): Peer[][] {
  const tuned = [miniSearchPeers(), lunrPeers(), oramaPeers()];
  return [
    ...(withFuse && !isSynthetic ? fusePeers().map((peer) => [peer]) : []),
    ...(isSynthetic ? tuned.map((settings) => settings.slice(0, SETTINGS_SYNTHETIC)) : tuned),
  ];
}

export function raceQuality(
  base: KnowledgeBase,
  questions: readonly EvaluationQuestion[],
  options: RaceOptions,
): string[] {
  const asked = comparable(questions);
  const search = createSearch(base);
  const ours = SLIPS.map((slips) => measureOurs(search, asked, slips));
  const analysis = createAnalysis(base);
  const rows: QualityRow[] = [];
  for (const settings of engines(options)) {
    const isSlow = settings[0]?.name.startsWith("fuse.js");
    const own = isSlow ? asked.filter((_question, index) => index % SLOW_EVERY === 0) : asked;
    for (const peer of settings) peer.build(analysis.documents);
    for (const slips of SLIPS) {
      const { wrong } = measureOurs(search, own, slips);
      const row = measurePeer(settings, analysis, own, slips, wrong);
      if (row) rows.push(isSlow ? { ...row, engine: `${row.engine} (part)` } : row);
    }
  }
  return qualityTable([...rows, ...ours.map(({ row }) => row)]);
}

function qualityTable(rows: readonly QualityRow[]): string[] {
  const names = [...new Set(rows.map(({ engine }) => engine))];
  const table = (head: readonly string[], cells: (row: QualityRow) => string) => [
    `| ${["engine", ...head].join(" | ")} |`,
    `| ${["---", ...head.map(() => "---")].join(" | ")} |`,
    ...names.map((engine) => {
      const own = rows.filter((row) => row.engine === engine);
      return `| ${[engine, ...own.map(cells)].join(" | ")} |`;
    }),
  ];
  const slipped = SLIPS.slice(1).map((slips) => `${slips} slip${slips > 1 ? "s" : ""}`);
  return [
    ...table(
      ["recall@1", "first", "wrong"].concat(
        slipped.flatMap((slips) => [`recall@1, ${slips}`, "first", "wrong"]),
      ),
      ({ recall, first, wrong }) => `${recall} | ${first} | ${wrong}`,
    ),
    "",
    ...table(["recall@1 in hindsight", ...slipped], ({ recallInHindsight }) => recallInHindsight),
  ];
}

export function raceSpeed(
  base: KnowledgeBase,
  questions: readonly EvaluationQuestion[],
  options: RaceOptions,
): string[] {
  const texts = SLIPS.flatMap((slips) =>
    mistyped(questions, slips)
      .filter((_question, index) => index % SLIPS.length === slips)
      .map(({ text }) => text),
  ).slice(0, TIMED);
  const rows: string[] = [];
  if (!options.isAlone) {
    const analysis = createAnalysis(base);
    const slow = options.withFuse ? fusePeers() : [];
    const tuned = engines({ ...options, withFuse: false });
    for (const peer of [...slow, ...tuned.flatMap((settings) => settings.slice(0, 1))]) {
      const isSlow = slow.includes(peer);
      const { buildMs, megabytes } = measureBuild(() => peer.build(analysis.documents));
      const run = (text: string) => peer.search(analysis.query(text));
      const asked = isSlow ? texts.slice(0, TIMED_SLOW) : texts;
      const times = isSlow ? timesOnce(asked, run) : timesOf(asked, run);
      rows.push(speedRow(peer.name, asked.length, times, buildMs, megabytes));
    }
  }
  const { built: asker, buildMs, megabytes } = measureBuild(() => createAsker(base));
  const run = (question: string) => asker.ask({ question, exact: false });
  rows.push(
    speedRow("ours, the whole answer", texts.length, timesOf(texts, run), buildMs, megabytes),
  );
  return [
    "| engine | questions | median ms | p99 ms | max ms | build s | index MB |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ];
}

function speedRow(
  name: string,
  asked: number,
  { medianMs, p99Ms, maxMs }: Times,
  buildMs: number,
  megabytes: number,
): string {
  const times = [medianMs, p99Ms, maxMs].map((ms) => ms.toFixed(2)).join(" | ");
  return `| ${name} | ${asked} | ${times} | ${(buildMs / 1000).toFixed(2)} | ${megabytes.toFixed(1)} |`;
}
