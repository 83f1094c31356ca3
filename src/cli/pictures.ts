import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Asker } from "../answer/ask.js";
import { openAsker } from "../app.js";
import { createChat } from "../chat/chat.js";
import type { Reply } from "../chat/reply.js";
import { loadConfig } from "../config/config.js";
import { EXIT } from "../errors.js";
import { PICTURE_PADDING_PX, PICTURES, picturePage } from "../preview/page.js";
import { findBrowser, takePicture } from "./pictures/browser.js";
import { runProgram } from "./run.js";

const FOLDER = path.join("docs", "pictures");
/** The case on the pictures. */
const CASE = "litvinov-collective-security-1938";
/** Longer ones would be nothing but long. */
const ON_A_PHONE = ["card", "choices", "unknown", "browse"];

// Pictures of the main cards, drawn by a browser from the payloads that the platforms would get.
await runProgram(async () => {
  const browser = await findBrowser(process.env);
  if (browser === undefined) {
    process.stderr.write(
      "No Chromium was found, so no picture was made. Install chromium, or name one in CHROME_PATH.\n",
    );
    return EXIT.failed;
  }
  const { asker } = await openAsker(loadConfig(process.env).knowledge);
  await mkdir(FOLDER, { recursive: true });
  for (const [name, reply] of Object.entries(repliesOf(asker))) {
    for (const shape of ["narrow", "wide"] as const) {
      if (shape === "narrow" && !ON_A_PHONE.includes(name)) continue;
      const file = path.join(FOLDER, `${name}-${shape}.png`);
      await takePicture(browser, {
        html: picturePage(name, reply, shape),
        widthPx: 2 * (PICTURES[shape].cardPx + 2 * PICTURE_PADDING_PX),
        write: (png) => writeFile(file, png),
      });
      process.stdout.write(`${file}\n`);
    }
  }
  return EXIT.fine;
});

/** The cards that people meet most. */
function repliesOf(asker: Asker): Record<string, Reply> {
  const chat = createChat({ asker: () => asker, record: () => {} });
  const ask = (question: string, length: "short" | "full" = "short") =>
    chat.answer({ via: "line", question, length, asker: "1", isPrivate: false });
  const open = (part: "sources" | "case-for") => {
    const { self } = ask(CASE);
    if (!self) throw new Error(`the collection has no case ${CASE}`);
    return chat.open({ ...self, part }, true);
  };
  const browse = (list: "start" | "facet") =>
    chat.open({ name: "browse", list, key: "", page: 0 }, true);
  return {
    card: ask(CASE),
    full: ask(CASE, "full"),
    sources: open("sources"),
    "other-side": open("case-for"),
    choices: ask("why did the Soviet Union refuse the American plan"),
    premise: ask(premiseQuestion(asker)),
    unknown: ask("why was my visa rejected?"),
    browse: browse("facet"),
    help: ask("help"),
  };
}

/** A question that rests on a false belief and names no case. */
function premiseQuestion({ base, ask }: Asker): string {
  const questions = base.premises.flatMap((one) => [...one.questions, one.belief]);
  return questions.find((question) => ask({ question }).kind === "premise") ?? "";
}
