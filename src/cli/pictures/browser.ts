import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where systems keep a Chromium. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const TIMEOUT_MS = 60_000;
/** Any height will do while the page is measured. */
const FIRST_HEIGHT_PX = 100;

/** A Chromium on this machine: the one named in CHROME_PATH, or one at a usual place. */
export async function findBrowser(
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  for (const place of [env.CHROME_PATH, ...USUAL_PLACES]) {
    if (place && (await isThere(place))) return place;
  }
  return undefined;
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

export interface Picture {
  readonly html: string;
  readonly widthPx: number;
  readonly write: (png: Buffer) => Promise<void>;
}

/** Lets a browser without a window draw a page, from its top to its end. */
export async function takePicture(
  browser: string,
  { html, widthPx, write }: Picture,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "why-rejected-"));
  try {
    const page = path.join(folder, "page.html");
    // The page tells its own height, which no switch of the browser does.
    await writeFile(
      page,
      `${html}<script>document.title = document.documentElement.scrollHeight</script>`,
    );
    const call = async (heightPx: number, ...more: string[]) =>
      run(
        browser,
        [
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--hide-scrollbars",
          `--user-data-dir=${path.join(folder, "profile")}`,
          `--window-size=${widthPx},${heightPx}`,
          ...more,
          `file://${page}`,
        ],
        { timeout: TIMEOUT_MS, maxBuffer: 32 * 1024 * 1024 },
      );
    const { stdout } = await call(FIRST_HEIGHT_PX, "--dump-dom");
    const heightPx = Number(/<title>(\d+)<\/title>/.exec(stdout)?.[1]);
    const png = path.join(folder, "page.png");
    await call(heightPx, `--screenshot=${png}`);
    await write(await readFile(png));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
