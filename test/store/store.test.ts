import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, settingsAt, WHOLE_SPACE } from "../../src/store/settings.js";
import { ANSWERED_TTL_MS, type Store, type StoreConfig } from "../../src/store/store.js";
import { startPostgres, type TestPostgres, whyNoPostgres } from "../helpers/postgres.js";
import { openTestStore, SEAL_KEYS, scratchFolder } from "../helpers/store.js";

const HERE = "discord:1";
const THERE = "slack:T2";
const CASE = { caseId: "river-league-1871", revision: "1a2b3c" };
const noPostgres = whyNoPostgres();

interface Engine {
  readonly name: string;
  readonly skips: boolean;
  /** An empty database. */
  readonly make: () => Promise<Partial<StoreConfig>>;
  /** Everything that stands in it, as text. */
  readonly dump: (config: Partial<StoreConfig>) => Promise<string>;
}

let server: TestPostgres | undefined;
let databases = 0;

beforeAll(async () => {
  if (!noPostgres) server = await startPostgres();
});
afterAll(() => server?.stop());

const TABLES = ["settings", "votes", "questions", "reports", "installations", "answered"];

const ENGINES: readonly Engine[] = [
  {
    name: "libSQL",
    skips: false,
    make: async () => ({ folder: scratchFolder() }),
    async dump({ folder = "" }) {
      const { openLibsql } = await import("../../src/store/libsql-driver.js");
      const driver = await openLibsql(folder);
      const rows = [];
      for (const table of TABLES) rows.push(await driver.all({ sql: `select * from ${table}` }));
      await driver.close();
      return JSON.stringify(rows);
    },
  },
  {
    name: noPostgres ? `Postgres (skipped: ${noPostgres})` : "Postgres",
    skips: noPostgres !== undefined,
    async make() {
      const name = `test_${process.pid}_${databases++}`;
      await query(server?.url ?? "", `create database ${name}`);
      const url = new URL(server?.url ?? "");
      url.pathname = `/${name}`;
      return { databaseUrl: url.href };
    },
    async dump({ databaseUrl = "" }) {
      const rows = [];
      for (const table of TABLES) rows.push(await query(databaseUrl, `select * from ${table}`));
      return JSON.stringify(rows);
    },
  },
];

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

describe.each(ENGINES)("the store on $name", ({ skips, make, dump }) => {
  const open: Store[] = [];
  const store = async (config: Partial<StoreConfig> = {}, nowMs?: () => number) => {
    const given = Object.keys(config).length > 0 ? config : await make();
    const opened = openTestStore(given, nowMs ? { nowMs } : {});
    open.push(opened);
    return opened;
  };
  afterAll(() => Promise.all(open.map((one) => one.close())));

  describe.skipIf(skips)("keeps", () => {
    it("settings of a space, and of a channel beside them", async () => {
      const { settings } = await store();
      await settings.write(HERE, WHOLE_SPACE, { isPlain: true, asksPerMinute: 3 });
      await settings.write(HERE, "c1", { isOn: false, hiddenCases: ["a-1900"] });
      const chosen = await settings.read(HERE);
      expect(settingsAt(chosen, "c1")).toEqual({
        ...DEFAULT_SETTINGS,
        isPlain: true,
        asksPerMinute: 3,
        isOn: false,
        hiddenCases: ["a-1900"],
      });
      expect(settingsAt(chosen, "c2").isOn).toBe(true);
      expect(settingsAt(await settings.read(THERE), "c1")).toEqual(DEFAULT_SETTINGS);
    });

    it("the last settings of a channel, and none after they are taken back", async () => {
      const { settings } = await store();
      await settings.write(HERE, "c1", { isOn: false });
      await settings.write(HERE, "c1", { sharing: "nobody" });
      expect((await settings.read(HERE)).get("c1")).toEqual({ sharing: "nobody" });
      await settings.write(HERE, "c1", {});
      expect((await settings.read(HERE)).size).toBe(0);
    });

    it("one vote a person, the last one, for each revision of a case", async () => {
      const { votes } = await store();
      const vote = { space: HERE, ...CASE, personId: "p1", isHelpful: true };
      await votes.cast(vote);
      await votes.cast(vote);
      await votes.cast({ ...vote, personId: "p2" });
      await votes.cast({ ...vote, isHelpful: false });
      await votes.cast({ ...vote, revision: "ffffff" });
      await votes.cast({ ...vote, space: THERE });
      expect(await votes.count(HERE)).toEqual([
        { ...CASE, helpful: 1, unhelpful: 1 },
        { ...CASE, revision: "ffffff", helpful: 1, unhelpful: 0 },
      ]);
      expect((await votes.count())[0]).toEqual({ ...CASE, helpful: 2, unhelpful: 1 });
    });

    it("questions and reports in the order in which they came, until the curators are done", async () => {
      let now = 1_700_000_000_000;
      const { questions, reports } = await store({}, () => now++);
      await questions.send({ space: HERE, words: "why no river league? 🌊" });
      await questions.send({ space: THERE, words: "second" });
      const report = { space: HERE, ...CASE, words: "wrong date", source: "Gazette, p. 3" };
      const id = await reports.send(report);
      expect((await questions.list()).map(({ words }) => words)).toEqual([
        "why no river league? 🌊",
        "second",
      ]);
      expect(await questions.list(THERE)).toHaveLength(1);
      expect(await reports.list(HERE)).toEqual([{ ...report, id, sentAtMs: expect.any(Number) }]);
      expect([await reports.finish(id), await reports.finish(id)]).toEqual([true, false]);
      expect(await reports.list()).toEqual([]);
    });

    it("an event as answered for a quarter of an hour, on every replica", async () => {
      const config = await make();
      let now = 1_700_000_000_000;
      const [one, two] = [await store(config, () => now), await store(config, () => now)];
      const claims = await Promise.all(
        [one, two, one, two].map(({ answered }) => answered.claim("e1")),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      now += ANSWERED_TTL_MS - 1;
      expect(await two.answered.claim("e1")).toBe(false);
      expect(await two.answered.claim("e2")).toBe(true);
      now += 1;
      expect(await one.answered.claim("e3")).toBe(true);
      // "e1" was swept away when "e3" came; "e2" has time left.
      expect(JSON.parse(await dump(config)).at(-1)).toHaveLength(2);
      expect(await one.answered.claim("e1")).toBe(true);
    });

    it("installations that only the key opens, sealed anew when the key has changed", async () => {
      const config = await make();
      const first = await store(config);
      await first.installations?.write("T2", THERE, '{"token":"xoxb-secret"}');
      expect(await dump(config)).not.toContain("xoxb");
      const newKey = randomBytes(32);
      expect(await (await store({ ...config, sealKeys: [newKey] })).installations?.read("T2")).toBe(
        undefined,
      );
      const rotating = await store({ ...config, sealKeys: [newKey, ...SEAL_KEYS] });
      expect(await rotating.installations?.read("T2")).toBe('{"token":"xoxb-secret"}');
      const after = await store({ ...config, sealKeys: [newKey] });
      expect(await after.installations?.read("T2")).toBe('{"token":"xoxb-secret"}');
      expect(await after.installations?.ids()).toEqual(["T2"]);
      await after.installations?.remove("T2");
      expect(await after.installations?.read("T2")).toBe(undefined);
    });

    it("everything over a restart, the key of the hashes too", async () => {
      const config = await make();
      const before = await store(config);
      const vote = { space: HERE, ...CASE, personId: "p1", isHelpful: true };
      await before.votes.cast(vote);
      await before.answered.claim("e1");
      await before.close();
      const after = await store(config);
      await after.votes.cast({ ...vote, isHelpful: false });
      expect(await after.votes.count()).toEqual([{ ...CASE, helpful: 0, unhelpful: 1 }]);
      expect(await after.answered.claim("e1")).toBe(false);
    });
  });

  describe.skipIf(skips)("knows", () => {
    it("no person and no event by name, and no person across spaces", async () => {
      const config = await make();
      const { votes, answered } = await store(config);
      for (const space of [HERE, THERE]) {
        await votes.cast({ space, ...CASE, personId: "100000000000000006", isHelpful: true });
      }
      await answered.claim("event-7");
      const text = await dump(config);
      expect(text).not.toMatch(/100000000000000006|event-7/);
      const [, votesRows] = JSON.parse(text);
      expect(new Set(votesRows.map(({ person }: { person: string }) => person)).size).toBe(2);
    });

    it("other hashes under another key", async () => {
      const config = await make();
      for (const privacyKey of ["a".repeat(32), "b".repeat(32), "a".repeat(32)]) {
        const { votes } = await store({ ...config, privacyKey });
        await votes.cast({ space: HERE, ...CASE, personId: "p1", isHelpful: true });
      }
      const { votes } = await store(config);
      expect((await votes.count())[0]?.helpful).toBe(2);
    });
  });

  describe.skipIf(skips)("gives", () => {
    it("a space's data out as a whole, and deletes it without touching another's", async () => {
      const config = await make();
      const all = await store(config);
      for (const space of [HERE, THERE]) {
        await all.settings.write(space, WHOLE_SPACE, { isPlain: true });
        await all.votes.cast({ space, ...CASE, personId: "p1", isHelpful: true });
        await all.questions.send({ space, words: "why?" });
        await all.reports.send({ space, ...CASE, words: "wrong", source: "book" });
        await all.installations?.write(`I-${space}`, space, "xoxb-secret");
      }
      const data = await all.spaceData.export(HERE);
      expect(
        Object.entries(data).map(([name, rows]) => [name, (rows as unknown[]).length]),
      ).toEqual([
        ["space", HERE.length],
        ...["settings", "votes", "questions", "reports", "installations"].map((name) => [name, 1]),
      ]);
      expect(JSON.stringify(data)).not.toContain("sealed");
      expect(await all.spaceData.spaces()).toEqual([HERE, THERE]);
      await all.spaceData.remove(HERE);
      expect(await all.spaceData.spaces()).toEqual([THERE]);
      expect(await dump(config)).not.toContain(HERE);
      expect((await all.questions.list()).map(({ space }) => space)).toEqual([THERE]);
    });

    it("the same tables to two replicas that start at once", async () => {
      const config = await make();
      const replicas = await Promise.all([store(config), store(config), store(config)]);
      await Promise.all(
        replicas.map(({ votes }, index) =>
          votes.cast({ space: HERE, ...CASE, personId: `p${index}`, isHelpful: true }),
        ),
      );
      expect((await replicas[0]?.votes.count())?.[0]?.helpful).toBe(3);
    });
  });
});
