import { describe, expect, test } from "vitest";
import { KnownDocuments } from "../../../../src/interface/http/shares/known-documents.js";
import { countedLimits } from "../toy-server.js";

const LONG = `{ ${"title ".repeat(500)} }`;

/** Documents of which one has been used and has cost points. */
const after = (...points: readonly number[]): KnownDocuments => {
  const documents = new KnownDocuments();
  documents.newLength("{ title }");
  for (const one of points) documents.learn("{ title }", one);
  return documents;
};

describe("a document", () => {
  test("is cheap when it has cost few points", () => {
    expect(after(5).weightOf("{ title }")).toBe("cheap");
    expect(after(500).weightOf("{ title }")).toBe("usual");
    expect(after().weightOf("{ title }")).toBe("usual");
    expect(after(5).weightOf("{ another }")).toBe("usual");
    expect(after(5).weightOf(null)).toBe("usual");
  });

  test("that costs more with other variables is not cheap, until it has been cheap for a while", () => {
    const cheap = Array.from({ length: 40 }, () => 5);

    expect(after(5, 500, 5).weightOf("{ title }")).toBe("usual");
    expect(after(5, 500, ...cheap).weightOf("{ title }")).toBe("cheap");
  });

  test("that is long is new when it is used for the first two times", () => {
    const documents = new KnownDocuments();

    expect([1, 2, 3].map(() => documents.newLength(LONG))).toEqual([LONG.length, LONG.length, 0]);
    expect(documents.newLength("{ title }")).toBe(0);
    expect(documents.newLength(undefined)).toBe(0);
  });
});

const long = (n: number): string => String(n).padEnd(64_000, " ");

test("the texts of long documents need a bounded memory, and are new again when they are forgotten", () => {
  const counters = countedLimits();
  const documents = new KnownDocuments(counters);
  const first = [1, 2, 3].map(() => documents.newLength(long(0)));

  for (let n = 1; n <= 70; n += 1) documents.newLength(long(n));

  expect(first).toEqual([64_000, 64_000, 0]);
  expect(documents.newLength(long(0))).toBe(64_000);
  expect(counters.reachedLimits[0]).toEqual(["knownDocumentsMib", undefined]);
});
