import { type FSWatcher, watch } from "node:fs";
import { type Asker, createAsker } from "../answer/ask.js";
import { createKnowledgeBase } from "../knowledge/base.js";
import type { Logger } from "../logger.js";
import { compileApart, type WorkerTask } from "./compile-apart.js";

/** The knowledge in use, which a reload swaps whole. */
export interface Reloader {
  readonly current: () => Asker;
  /** "degraded" while the folder holds something that could not be taken up. */
  readonly health: () => "ok" | "degraded";
  /** Reads the folder again; keeps what is in use where the new is not valid in whole. */
  reload(): Promise<void>;
  stop(): void;
}

export interface ReloaderOptions extends WorkerTask {
  readonly first: Asker;
  readonly log: Logger;
  /** Whether to reload by itself when the folder changes. */
  readonly watches: boolean;
}

/** A copy or a pull changes many files; the reload waits until it is quiet. */
const SETTLE_MS = 500;

export function createReloader({
  folder,
  lenient,
  first,
  log,
  watches,
}: ReloaderOptions): Reloader {
  let asker = first;
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isBehind = false;
  let timer: NodeJS.Timeout | undefined;

  const once = async () => {
    try {
      const { compiled, searchData, problems } = await compileApart({ folder, lenient });
      for (const problem of problems) log.warn({ problem }, "knowledge");
      if (!compiled) {
        isBehind = true;
        log.error(
          { problems: problems.length },
          "knowledge is not valid, the old one stays in use",
        );
        return;
      }
      asker = createAsker(createKnowledgeBase(compiled), searchData);
      isBehind = false;
      log.info({ cases: compiled.cases.length }, "knowledge reloaded");
    } catch (err) {
      isBehind = true;
      log.error({ err }, "knowledge cannot be read, the old one stays in use");
    }
  };
  // One at a time; a change while one runs is read by the next.
  const reload = (): Promise<void> => {
    if (running) {
      isAskedAgain = true;
      return running;
    }
    running = once().finally(() => {
      running = undefined;
      if (isAskedAgain) {
        isAskedAgain = false;
        void reload();
      }
    });
    return running;
  };
  const settleThenReload = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), SETTLE_MS);
  };
  const watcher = watches ? watchQuietly(folder, settleThenReload, log) : undefined;

  return {
    current: () => asker,
    health: () => (isBehind ? "degraded" : "ok"),
    reload,
    stop() {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

/** Watches a folder where the system can; where it cannot, the signal still works. */
function watchQuietly(folder: string, onChange: () => void, log: Logger): FSWatcher | undefined {
  const give = (err: unknown) =>
    log.warn({ err }, "knowledge is not watched, send SIGHUP to reload");
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, onChange);
    watcher.on("error", give);
    return watcher;
  } catch (err) {
    give(err);
    return undefined;
  }
}
