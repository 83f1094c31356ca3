import { describe, expect, it } from "vitest";
import { createAsker } from "../../src/answer/ask.js";
import { createDesk, type Reception } from "../../src/desk/desk.js";
import { issueLink } from "../../src/desk/issue-link.js";
import { createSettingsBook } from "../../src/desk/settings-book.js";
import type { SqlDriver } from "../../src/store/driver.js";
import { openLibsql } from "../../src/store/libsql-driver.js";
import { DEFAULT_SETTINGS } from "../../src/store/settings.js";
import { baseOf, RIVER_LEAGUE } from "../helpers/knowledge.js";
import { openTestStore, scratchFolder } from "../helpers/store.js";

const asker = createAsker(baseOf({ "river-league-1871": RIVER_LEAGUE }));
const HERE = { space: "a:1", channel: "c1", isManaged: true } as const;
const visitor = (id: string) => ({ id, isManager: async () => false });

/** A store that can be made to fail and to work again, under a clock of our own. */
function world() {
  const state = { isDead: false, nowMs: 1_700_000_000_000 };
  const folder = scratchFolder();
  const open = async (): Promise<SqlDriver> => {
    const driver = await openLibsql(folder);
    const guard = <A extends unknown[], T>(work: (...args: A) => Promise<T>) => {
      return async (...args: A) => {
        if (state.isDead) throw new Error("dead");
        return work(...args);
      };
    };
    return {
      run: guard(driver.run),
      all: guard(driver.all),
      transaction: guard(driver.transaction),
      close: driver.close,
    };
  };
  const nowMs = () => state.nowMs;
  return { state, nowMs, store: openTestStore({}, { open, nowMs }) };
}

function deskOf(store: ReturnType<typeof world>["store"], asksPerMinute: number) {
  const others = { asker: () => asker, record: () => {}, collectionUrl: undefined };
  return createDesk({ ...others, store, asksPerMinute });
}

describe("the settings of a space", () => {
  it("hold on as they were last known while the store is dead", async () => {
    const { state, nowMs, store } = world();
    const book = createSettingsBook(store.settings, DEFAULT_SETTINGS, nowMs);
    await book.choose(HERE, (now) => ({ ...now, isEvidenceFirst: true }));
    state.isDead = true;
    state.nowMs += 3_600_000;
    expect((await book.at(HERE)).isEvidenceFirst).toBe(true);
    expect((await book.at({ ...HERE, space: "a:2" })).isEvidenceFirst).toBe(false);
    await expect(book.choose(HERE, (now) => now)).rejects.toThrow("store");
  });

  it("follow a change through another replica within a quarter of a minute", async () => {
    const { state, nowMs, store } = world();
    const [one, two] = [1, 2].map(() =>
      createSettingsBook(store.settings, DEFAULT_SETTINGS, nowMs),
    );
    expect((await one?.at(HERE))?.isOn).toBe(true);
    await two?.choose(HERE, (now) => ({ ...now, isOn: false }));
    state.nowMs += 14_999;
    expect((await one?.at(HERE))?.isOn).toBe(true);
    state.nowMs += 1;
    expect((await one?.at(HERE))?.isOn).toBe(false);
  });

  it("reach a channel that chose something else, where it chose nothing of that", async () => {
    const { nowMs, store } = world();
    const book = createSettingsBook(store.settings, DEFAULT_SETTINGS, nowMs);
    await book.choose(HERE, (now) => ({ ...now, isPlain: true }));
    await book.choose({ ...HERE, channel: "" }, (now) => ({ ...now, sharing: "nobody" }));
    expect(await book.at(HERE)).toMatchObject({ isPlain: true, sharing: "nobody" });
    await book.forget(HERE);
    expect(await book.at(HERE)).toMatchObject({ isPlain: false, sharing: "nobody" });
  });
});

describe("limits", () => {
  const desk = (asksPerMinute: number) => deskOf(world().store, asksPerMinute);
  const kinds = async (receptions: Promise<Reception>[]) =>
    (await Promise.all(receptions)).map(({ kind }) => kind);

  it("let a person ask so often a minute, and say so for the first time once", async () => {
    const { receive } = desk(2);
    const receptions: Reception[] = [];
    for (let n = 0; n < 4; n++) receptions.push(await receive(HERE, visitor("p1")));
    expect(receptions.map((one) => ("isFirst" in one ? one.isFirst : one.kind))).toEqual([
      "open",
      "open",
      true,
      false,
    ]);
    expect((await receive(HERE, visitor("p2"))).kind).toBe("open");
    expect((await receive({ ...HERE, space: "a:2" }, visitor("p1"))).kind).toBe("open");
    expect((await receive(HERE, visitor("p1"), "manage")).kind).toBe("open");
  });

  it("keep one busy space from starving another", async () => {
    const { receive } = desk(1);
    const crowd = Array.from({ length: 30 }, (_, n) => receive(HERE, visitor(`p${n}`)));
    expect((await kinds(crowd)).filter((kind) => kind === "open")).toHaveLength(20);
    expect((await receive({ ...HERE, space: "a:2" }, visitor("q"))).kind).toBe("open");
  });

  it("do not count the direct messages of a whole platform as one space", async () => {
    const { receive } = desk(1);
    const direct = { space: "a:direct", channel: "", isManaged: false };
    const crowd = Array.from({ length: 30 }, (_, n) => receive(direct, visitor(`p${n}`)));
    expect(new Set(await kinds(crowd))).toEqual(new Set(["open"]));
  });
});

describe("letters", () => {
  const submit = async (store: ReturnType<typeof world>["store"], formIds: readonly string[]) => {
    const reception = await deskOf(store, 100).receive(HERE, visitor("p1"), "manage");
    if (reception.kind !== "open") throw new Error("not received");
    const values = new Map([
      ["words", ["why?"]],
      ["source", ["a book"]],
    ]);
    const { visit } = reception;
    return Promise.all(formIds.map((formId) => visit.submit(formId, values)));
  };

  it("of one person are five in ten minutes", async () => {
    const { store } = world();
    await submit(store, Array(7).fill("desk|send"));
    expect(await store.questions.list()).toHaveLength(5);
  });

  it.each(["desk|report|no-such-case|1a2b3c", "desk|report", "desk|settings|moon", "other", ""])(
    "of a form that is none of ours (%s) are refused",
    async (formId) => {
      const { store } = world();
      expect(JSON.stringify(await submit(store, [formId]))).toMatch(/too old/);
      expect(await store.spaceData.spaces()).toEqual([]);
    },
  );
});

it("a link to an issue keeps what was written apart from the address", () => {
  const url = new URL(issueLink("https://example.org/a/b/", "a & b?", "1\n#2 &body=x"));
  expect(url.pathname).toBe("/a/b/issues/new");
  expect([...url.searchParams]).toEqual([
    ["title", "a & b?"],
    ["body", "1\n#2 &body=x"],
  ]);
});
