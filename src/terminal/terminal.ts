import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import type { Asker } from "../answer/ask.js";
import { present } from "../chat/present.js";
import { renderTerminal, type TerminalStyle } from "./render.js";

export interface TerminalStreams {
  readonly input: Readable & { isTTY?: boolean };
  readonly output: Writable & { isTTY?: boolean; columns?: number };
}

/** Wider lines tire the eye. */
const COLUMNS_MAX = 80;
/** History lives as long as the process and is written nowhere. */
const HISTORY_MAX = 100;
const PROMPT = "why? ";

/** How to draw on a stream: its width up to 80 columns, colour on a terminal unless NO_COLOR is set. */
export function terminalStyle(
  output: TerminalStreams["output"],
  env: { readonly NO_COLOR?: string | undefined },
): TerminalStyle {
  return {
    columns: Math.min(output.columns ?? COLUMNS_MAX, COLUMNS_MAX),
    colour: output.isTTY === true && !env.NO_COLOR,
  };
}

/**
 * Answers questions line by line until the input ends or says `quit`. On a terminal with a prompt, history and
 * follow-ups to the last answer; from a pipe one answer per line.
 */
export async function runTerminal(
  asker: Asker,
  streams: TerminalStreams,
  style: TerminalStyle,
): Promise<void> {
  const interactive = streams.input.isTTY === true;
  const lines = createInterface({
    input: streams.input,
    ...(interactive
      ? { output: streams.output, terminal: true, historySize: HISTORY_MAX, prompt: PROMPT }
      : { terminal: false }),
  });
  let about: string | undefined;
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const question = line.trim();
    if (interactive && /^(?:quit|exit|q)$/i.test(question)) break;
    const outcome = asker.ask({ question, about });
    // At a prompt a person goes on about the same case; lines of a pipe stand alone.
    if (interactive && outcome.kind === "answer") about = outcome.entry.id;
    streams.output.write(`${renderTerminal(present(asker.base, outcome), style)}\n\n`);
    if (interactive) lines.prompt();
  }
  lines.close();
}
