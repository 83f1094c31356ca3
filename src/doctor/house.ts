import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { openAsker } from "../app.js";
import type { Config } from "../config/config.js";
import { RemediableError } from "../errors.js";
import { StoreFailure } from "../store/failure.js";
import { openStore, type StoreConfig } from "../store/store.js";
import { type Finding, findingsAbout } from "./finding.js";

/** Whether the entries can be loaded, and how many there are. */
export async function examineKnowledge(knowledge: Config["knowledge"]): Promise<Finding[]> {
  const { ok, note, wrong } = findingsAbout("knowledge");
  try {
    const { asker, problems } = await openAsker(knowledge);
    return [
      ok(`${asker.base.current.length} cases in ${knowledge.folder}`),
      ...(problems.length > 0
        ? [note(`problems: ${problems.length}; npm run -s knowledge -- check lists them`)]
        : []),
    ];
  } catch (error) {
    if (!(error instanceof RemediableError)) throw error;
    return [wrong(error.message)];
  }
}

/** Whether the store can be opened, and written to. */
export async function examineStore(config: StoreConfig): Promise<Finding[]> {
  const { ok, wrong } = findingsAbout("store");
  const isFile = config.databaseUrl === undefined;
  const where = isFile ? `a file in ${config.folder}` : "Postgres at DATABASE_URL";
  const store = openStore(config, { onChange: () => {} });
  try {
    // Writes a line that is forgotten after some minutes.
    await store.answered.claim(`doctor:${randomUUID()}`);
    return [ok(`${where} can be read and written`)];
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    const remedy = isFile
      ? "Give the bot's user the right to write in DATA_DIR, and look whether the disk is full."
      : "Check its address, user and password, and whether it is up and takes connections from here.";
    return [wrong(`${where} fails. Answers work without; nothing can be kept. ${remedy}`)];
  } finally {
    await store.close();
  }
}

/** Whether the port is free, and who may read the metrics. */
export async function examineHttp({ http, metricsToken }: Config): Promise<Finding[]> {
  const { ok, note, wrong, misconfigured } = findingsAbout("http");
  if (!http) return [note("no HTTP server: without PORT there is no /healthz, /readyz, /metrics")];
  const { host, port } = http;
  const code = await codeOfListening(host, port);
  const readers = metricsToken
    ? ok("/metrics answers this machine, and others with METRICS_TOKEN")
    : note("/metrics answers this machine alone; METRICS_TOKEN lets others read them");
  switch (code) {
    case undefined:
      return [ok(`${host}:${port} is free`), readers];
    case "EADDRINUSE":
      return [
        note(`${host}:${port} is taken: by the running bot, or else choose another PORT`),
        readers,
      ];
    case "EACCES":
      return [misconfigured(`PORT ${port} is not for this user. Choose one from 1024 on.`)];
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return [
        misconfigured(`HOST ${host} is no address of this machine. Unset it, or set 0.0.0.0.`),
      ];
    default:
      return [wrong(`${host}:${port} cannot be listened on (${code})`)];
  }
}

/** The error's code where one cannot listen there. */
function codeOfListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
