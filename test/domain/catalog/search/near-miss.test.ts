import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowedSlips, editDistance } from "../../../../src/domain/catalog/search/near-miss.js";

describe("slips of the finger", () => {
  test.each([
    ["cotton", "coton", 1],
    ["cotton", "cottno", 1],
    ["cotton", "kotton", 1],
    ["cotton", "cottons", 1],
    ["macaron", "macaroon", 1],
    ["ukulele", "ukelele", 1],
    ["cotton", "coutan", 2],
    ["mug", "mug", 0],
  ])("%s and %s are %i apart", (one, other, slips) => {
    expect(editDistance(one, other, 2)).toBe(slips);
  });

  test("beyond what is allowed are not counted on", () => {
    expect(editDistance("kettle", "saxophone", 2)).toBe(3);
  });

  const word = fc.stringMatching(/^[a-e]{0,8}$/);

  test("are as many one way as the other, and none between a word and itself", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other, 8)).toBe(editDistance(other, one, 8));
      }),
    );
    fc.assert(
      fc.property(word, (one) => {
        expect(editDistance(one, one, 2)).toBe(0);
      }),
    );
  });

  test("are never more than one for each letter that is put in", () => {
    fc.assert(
      fc.property(word, word, (one, more) => {
        expect(editDistance(one, one + more, 8)).toBe(more.length);
      }),
    );
  });

  test("are not allowed for in short words and in figures", () => {
    expect(["tv", "mug", "4000", "x100", "mugs", "coffee", "macaroon"].map(allowedSlips)).toEqual([
      0, 0, 0, 0, 1, 1, 2,
    ]);
  });
});
