import { type FSWatcher, watch as watchFolder } from "node:fs";

/** Editors write a file in several steps; the check waits until they are through. */
const SETTLE_MS = 150;

/** Runs `work` now and after every change in a folder, until the process is asked to end. */
export async function watch(folder: string, work: () => Promise<void>): Promise<void> {
  await work();
  let timer: NodeJS.Timeout | undefined;
  const watcher: FSWatcher = watchFolder(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work().catch((error: unknown) => watcher.emit("error", error));
    }, SETTLE_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.on("error", reject);
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  clearTimeout(timer);
  watcher.close();
}
