import path from "node:path";
import { createAsker } from "../../answer/ask.js";
import { createExaminer } from "../../app.js";
import { createChat } from "../../chat/chat.js";
import type { Reply } from "../../chat/reply.js";
import { RemediableError } from "../../errors.js";
import { createKnowledgeBase } from "../../knowledge/base.js";
import { compileKnowledge } from "../../knowledge/compile.js";
import { readKnowledgeFolder } from "../../knowledge/read-folder.js";
import { previewPage } from "../../preview/page.js";
import { renderTerminal } from "../../terminal/render.js";
import { terminalStyle } from "../../terminal/terminal.js";

/**
 * The card of a case, also of a draft that does not pass the check yet, as far as it has the right shape.
 *
 * @param subject - a case's id or its file
 * @returns lines for the terminal, or with `asHtml` a page with the cards of both platforms
 * @throws {RemediableError} UNKNOWN_CASE where there is no such case, or its file cannot be read
 */
export async function preview(folder: string, subject: string, asHtml: boolean): Promise<string> {
  const id = path.basename(subject, ".yaml");
  const { draft } = compileKnowledge(await readKnowledgeFolder(folder), createExaminer());
  const base = draft && createKnowledgeBase(draft);
  const entry = base?.findCase(id);
  if (!base || !entry) {
    throw new RemediableError(
      "UNKNOWN_CASE",
      `There is no case "${id}" in ${folder}, or its file is not of the right shape: run check first.`,
    );
  }
  const chat = createChat({ asker: () => createAsker(base), record: () => {} });
  const reply: Reply = chat.answer({ via: "line", question: id, asker: "", isPrivate: false });
  return asHtml
    ? previewPage(entry.title, reply)
    : `${renderTerminal(reply, terminalStyle(process.stdout, process.env))}\n`;
}
