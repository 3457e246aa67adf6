import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowedTypos, editDistance } from "../../../src/domain/search/edit-distance.js";

describe("typos", () => {
  test.each([
    ["cotton", "coton", 1],
    ["cotton", "cottno", 1],
    ["cotton", "kotton", 1],
    ["cotton", "cottons", 1],
    ["macaron", "macaroon", 1],
    ["ukulele", "ukelele", 1],
    ["cotton", "coutan", 2],
    ["mug", "mug", 0],
  ])("between %s and %s number %i", (one, other, slips) => {
    expect(editDistance(one, other, 2)).toBe(slips);
  });

  test("are not counted beyond the maximum", () => {
    expect(editDistance("kettle", "saxophone", 2)).toBe(3);
  });

  const word = fc.stringMatching(/^[a-e]{0,8}$/);

  test("are equally many in both directions, and none between a word and itself", () => {
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

  test("number one for each added letter", () => {
    fc.assert(
      fc.property(word, word, (one, more) => {
        expect(editDistance(one, one + more, 8)).toBe(more.length);
      }),
    );
  });

  test("are not allowed in short words and numbers", () => {
    expect(["tv", "mug", "4000", "x100", "mugs", "coffee", "macaroon"].map(allowedTypos)).toEqual([
      0, 0, 0, 0, 1, 1, 2,
    ]);
  });
});
