import { describe, expect, it } from "vitest";
import { canonicalCase } from "../../src/knowledge/canonical.js";

describe("the canonical form of a case", () => {
  it("orders fields, keeps comments, takes out what stands twice", () => {
    const text = `# about the names
names: [River League, river league, the title]
title: The Title
# why so
reasons:
  - claim: c
    id: first
sources:
  a: {title: t, type: book}
`;
    expect(canonicalCase(text)).toBe(`title: The Title
# about the names
names: [River League]
# why so
reasons:
  - id: first
    claim: c
sources:
  a: {type: book, title: t}
`);
  });

  it("puts how we know before the reasons, and the parts of an idea before what followed", () => {
    const text = `aftermath: []
accepted: {text: t, date: "1901"}
evidence_then:
  - {claim: c, side: for}
reasons: []
record: {cites: [], text: t}
kind: idea
`;
    expect(canonicalCase(text)).toBe(`kind: idea
record: {text: t, cites: []}
reasons: []
evidence_then:
  - {side: for, claim: c}
accepted: {date: "1901", text: t}
aftermath: []
`);
  });

  it("is the same when brought there twice", () => {
    const once = canonicalCase("names: [b, B]\ntitle: t\n");
    expect(canonicalCase(once)).toBe(once);
  });

  it.each(["title: [", "- a list", ""])("leaves %j as it is", (text) => {
    expect(canonicalCase(text)).toBe(text);
  });
});
