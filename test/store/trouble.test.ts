import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { SqlDriver } from "../../src/store/driver.js";
import { StoreFailure } from "../../src/store/failure.js";
import { openLibsql } from "../../src/store/libsql-driver.js";
import { createPatientDriver, type Health } from "../../src/store/patient-driver.js";
import { openTestStore, scratchFolder } from "../helpers/store.js";

const SELECT = { sql: "select 1" };
const WORKING: SqlDriver = {
  run: async () => 1,
  all: async () => [],
  transaction: async () => {},
  close: async () => {},
};

/** A driver under a clock of our own, on a database that can be told how to behave. */
function patient(first: "works" | "fails" | "hangs" | "does not open") {
  const world = { behaviour: first as "works" | "fails" | "hangs" | "does not open", nowMs: 0 };
  const changes: Health[] = [];
  let calls = 0;
  const act = async () => {
    calls++;
    if (world.behaviour === "fails") throw new Error("disk full");
    if (world.behaviour === "hangs") await new Promise(() => {});
    return [];
  };
  const driver = createPatientDriver({
    open: async () => {
      if (world.behaviour === "does not open") {
        calls++;
        throw new Error("refused");
      }
      return { ...WORKING, all: act };
    },
    deadlineMs: 30,
    restMs: 1000,
    onChange: (state) => changes.push(state),
    nowMs: () => world.nowMs,
  });
  const code = () =>
    driver.all(SELECT).then(
      () => "fine",
      (error: unknown) => (error instanceof StoreFailure ? error.code : String(error)),
    );
  return { world, driver, changes, code, calls: () => calls };
}

describe("a database that", () => {
  it("hangs holds up one call, not the next ones, and is used again when it is back", async () => {
    const { world, driver, code, calls, changes } = patient("hangs");
    const startMs = performance.now();
    expect(await code()).toBe("STORE_TIMEOUT");
    expect([await code(), await code()]).toEqual(["STORE_RESTING", "STORE_RESTING"]);
    expect(performance.now() - startMs).toBeLessThan(500);
    expect(calls()).toBe(1);
    world.behaviour = "works";
    world.nowMs = 1000;
    expect(await code()).toBe("fine");
    expect(driver.health()).toBe("degraded");
    world.nowMs = 61_000;
    expect(await code()).toBe("fine");
    expect(driver.health()).toBe("ok");
    expect(changes).toEqual(["degraded", "ok"]);
  });

  it("fails at once is asked again each time", async () => {
    const { world, code, changes } = patient("fails");
    expect([await code(), await code()]).toEqual(["STORE_FAILED", "STORE_FAILED"]);
    world.behaviour = "works";
    expect(await code()).toBe("fine");
    expect(changes).toEqual(["degraded"]);
  });

  it("cannot be opened is left alone for a moment, then opened", async () => {
    const { world, code, calls } = patient("does not open");
    expect([await code(), await code()]).toEqual(["STORE_FAILED", "STORE_RESTING"]);
    expect(calls()).toBe(1);
    world.behaviour = "works";
    world.nowMs = 1000;
    expect(await code()).toBe("fine");
  });

  it("hangs can be closed all the same", async () => {
    const { driver, code } = patient("hangs");
    await code();
    await driver.close();
    await driver.close();
  });
});

describe("a real store", () => {
  const vote = { space: "discord:1", caseId: "c-1900", revision: "1a2b3c", isHelpful: true };
  const castMany = async (store: ReturnType<typeof openTestStore>, from: number, count: number) => {
    for (let n = from; n < from + count; n++)
      await store.votes.cast({ ...vote, personId: `p${n}` });
  };

  it("whose disk is full still reads what it has", async () => {
    const folder = scratchFolder();
    const store = openTestStore({}, { open: () => limited(folder, "pragma max_page_count = 24") });
    await expect(castMany(store, 0, 2000)).rejects.toThrow(StoreFailure);
    expect((await store.votes.count())[0]?.helpful).toBeGreaterThan(10);
    expect(store.health()).toBe("degraded");
    await store.close();
  });

  it("on a read-only disk still reads what it has", async () => {
    const folder = scratchFolder();
    const before = openTestStore({ folder });
    await castMany(before, 0, 3);
    await before.close();
    const store = openTestStore({}, { open: () => limited(folder, "pragma query_only = 1") });
    expect((await store.votes.count())[0]?.helpful).toBe(3);
    await expect(castMany(store, 3, 1)).rejects.toThrow(StoreFailure);
    await store.close();
  });

  it("whose folder cannot be made says so, and does not throw when it is made", async () => {
    const file = path.join(scratchFolder(), "file");
    writeFileSync(file, "");
    const causes: unknown[] = [];
    const store = openTestStore(
      { folder: file },
      { onChange: (_state, cause) => causes.push(cause) },
    );
    await expect(store.settings.read("discord:1")).rejects.toThrow(/disk full or read-only/);
    expect(String(causes[0])).toMatch(/EEXIST|ENOTDIR/);
    await store.close();
  });

  it("whose server takes connections and never answers gives up within a second", async () => {
    const server = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const store = openTestStore({ databaseUrl: `postgres://x@127.0.0.1:${port}/x` });
    const startMs = performance.now();
    await expect(store.answered.claim("e1")).rejects.toThrow(StoreFailure);
    expect(performance.now() - startMs).toBeLessThan(1500);
    await store.close();
    server.close();
  });

  it("whose server is down fails at once", async () => {
    const store = openTestStore({ databaseUrl: "postgres://x@127.0.0.1:9/x" });
    await expect(store.votes.count()).rejects.toThrow(StoreFailure);
    await store.close();
  });
});

async function limited(folder: string, pragma: string): Promise<SqlDriver> {
  const driver = await openLibsql(folder);
  await driver.run({ sql: pragma });
  return driver;
}
