import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSealKeys, type SealKeys, seal, unseal } from "../../src/store/seal.js";

const KEYS: SealKeys = [randomBytes(32)];

describe("a sealed text", () => {
  it("opens to what it was, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, owner) => {
        expect(unseal(seal(text, owner, KEYS), owner, KEYS)).toEqual({ text, isOld: false });
      }),
    );
  });

  it("is another one each time", () => {
    expect(seal("a", "T1", KEYS)).not.toBe(seal("a", "T1", KEYS));
  });

  it("does not open for another owner, another key, or after a change of any sign", () => {
    const sealed = seal("xoxb-secret", "T1", KEYS);
    expect(unseal(sealed, "T2", KEYS)).toBeUndefined();
    expect(unseal(sealed, "T1", [randomBytes(32)])).toBeUndefined();
    for (let at = 0; at < sealed.length; at++) {
      const other = sealed[at] === "A" ? "z" : "A";
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      // The last sign of a part holds bits that count for nothing.
      const opened = unseal(changed, "T1", KEYS);
      expect(opened === undefined || opened.text === "xoxb-secret").toBe(true);
      if (sealed[at + 1] !== "." && at + 1 < sealed.length) expect(opened).toBeUndefined();
    }
    expect(unseal("", "T1", KEYS)).toBeUndefined();
  });

  it("says when an older key was needed", () => {
    const newKeys: SealKeys = [randomBytes(32), ...KEYS];
    expect(unseal(seal("a", "T1", KEYS), "T1", newKeys)).toEqual({ text: "a", isOld: true });
    expect(unseal(seal("a", "T1", newKeys), "T1", newKeys)).toEqual({ text: "a", isOld: false });
  });
});

describe("keys from the environment", () => {
  const key = randomBytes(32);
  it.each([
    { what: "base64", text: key.toString("base64"), keys: 1 },
    { what: "hexadecimal", text: key.toString("hex"), keys: 1 },
    { what: "two by a comma", text: `${key.toString("hex")}, ${key.toString("base64")}`, keys: 2 },
    { what: "too short", text: randomBytes(16).toString("base64"), keys: undefined },
    { what: "a good one and a bad one", text: `${key.toString("hex")},abc`, keys: undefined },
    { what: "nothing", text: "", keys: undefined },
  ])("are read from $what", ({ text, keys }) => {
    expect(readSealKeys(text)?.length).toBe(keys);
  });
});
