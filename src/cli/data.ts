import { parseArgs } from "node:util";
import { loadConfig } from "../config/config.js";
import { EXIT, RemediableError } from "../errors.js";
import type { Store } from "../store/store.js";
import { parsing, runProgram, usageError } from "./run.js";
import { withStore } from "./with-store.js";

const USAGE = `usage: npm run -s data -- list
       npm run -s data -- export <space>   (prints JSON)
       npm run -s data -- delete <space>
       npm run -s data -- rotate           (encrypts installations with the first key)
A space is a server or workspace, like discord:1234 or slack:T1234.`;

// What is kept of a server or workspace: shown, or deleted, as a whole.
await runProgram(async () => {
  const { positionals } = parsing(() => parseArgs({ allowPositionals: true }), USAGE);
  const [command, space, ...rest] = positionals;
  const needsSpace = command === "export" || command === "delete";
  if (rest.length > 0 || (needsSpace ? !space : space)) throw usageError("That is not it.", USAGE);
  const text = await withStore(loadConfig(process.env).store, (store) => {
    switch (command) {
      case "list":
        return list(store);
      case "export":
        return exportOf(store, space ?? "");
      case "delete":
        return remove(store, space ?? "");
      case "rotate":
        return rotate(store);
      default:
        throw usageError(command ? `There is no command "${command}".` : "Say what to do.", USAGE);
    }
  });
  process.stdout.write(text);
  return EXIT.fine;
});

async function list({ spaceData }: Store): Promise<string> {
  return (await spaceData.spaces()).map((space) => `${space}\n`).join("");
}

async function exportOf(store: Store, space: string): Promise<string> {
  await known(store, space);
  return `${JSON.stringify(await store.spaceData.export(space), null, 2)}\n`;
}

async function remove(store: Store, space: string): Promise<string> {
  await known(store, space);
  await store.spaceData.remove(space);
  return `Everything that was kept of ${space} is deleted.\n`;
}

/** A slip of the pen must not look like "nothing is kept". */
async function known({ spaceData }: Store, space: string): Promise<void> {
  if ((await spaceData.spaces()).includes(space)) return;
  throw new RemediableError(
    "USAGE",
    `Nothing is kept of "${space}". npm run -s data -- list says of which spaces something is.`,
  );
}

/** Reading seals anew what an older key had sealed. */
async function rotate({ installations }: Store): Promise<string> {
  if (!installations) {
    throw new RemediableError("CONFIGURATION", "Set TOKEN_ENCRYPTION_KEY, the newest key first.");
  }
  const ids = await installations.ids();
  const opened = await Promise.all(ids.map((id) => installations.read(id)));
  const lost = ids.filter((_, index) => opened[index] === undefined);
  if (lost.length > 0) {
    throw new RemediableError(
      "STORE",
      `No key opens the installations of ${lost.join(", ")}. Add their key to TOKEN_ENCRYPTION_KEY, or let them install anew.`,
    );
  }
  return `${ids.length} installations are encrypted with the first key.\n`;
}
