import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CASE_ACTION_NAMES, decodeAction, encodeAction } from "../../src/chat/action.js";
import { BROWSE_LISTS } from "../../src/chat/browse-action.js";
import { TOLD_LENGTHS } from "../../src/chat/length.js";
import { PARTS } from "../../src/chat/part.js";

const action = fc.record({
  name: fc.constantFrom(...CASE_ACTION_NAMES),
  caseId: fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,19})?$/),
  revision: fc.stringMatching(/^[0-9a-f]{6}$/),
  part: fc.constantFrom(...PARTS),
  length: fc.constantFrom(...TOLD_LENGTHS),
  partyIndexes: fc.array(fc.nat(9), { maxLength: 4 }),
  page: fc.nat(99),
  asker: fc.stringMatching(/^(\d{17,20}|U[A-Z0-9]{8,10})?$/),
});

describe("an action", () => {
  it("comes back from its id as it went in, within a hundred characters", () => {
    fc.assert(
      fc.property(action, (one) => {
        const id = encodeAction(one);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeAction(id)).toEqual(one);
      }),
    );
  });

  it("comes back from its id as it went in, also for a list of the collection", () => {
    const browse = fc.record({
      name: fc.constant("browse" as const),
      list: fc.constantFrom(...BROWSE_LISTS),
      key: fc.stringMatching(/^([a-z0-9]{1,20}(-[a-z0-9]{1,19})?|\d{0,4}:\d{1,4})?$/),
      page: fc.nat(99),
    });
    fc.assert(
      fc.property(browse, (one) => {
        expect(decodeAction(encodeAction(one))).toEqual(one);
        // The tightest place is a line of a menu on Slack.
        expect(encodeAction(one).length).toBeLessThanOrEqual(75);
      }),
    );
  });

  it("comes back from its id where it opens the form", () => {
    expect(decodeAction(encodeAction({ name: "ask" }))).toEqual({ name: "ask" });
  });

  it("is read from the id of a list as it was before lists had pages", () => {
    expect(decodeAction("1|b|w|france")).toEqual({
      name: "browse",
      list: "party",
      key: "france",
      page: 0,
    });
  });

  it.each([
    "",
    "1|q|",
    "1|b|p|x|1|2",
    "1|b|x|",
    "1|b|p",
    "1|b|p|france|more",
    "1|s",
    "2|s|case|abcdef|r|s||0|",
    "1|x|case|abcdef|r|s||0|",
    "1|s|case|abcdef|q|s||0|",
    "1|s|case|abcdef|r|s|a.b|0|",
    "1|s|case|abcdef|r|s||-1|",
    "1|s|case|abcdef|r|s||0||more",
  ])("is not read from %j", (id) => {
    expect(decodeAction(id)).toBeUndefined();
  });

  it("is read from any text without a fault", () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeAction(text)));
  });
});
