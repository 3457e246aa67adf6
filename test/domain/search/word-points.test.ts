import { describe, expect, test } from "vitest";
import {
  CODE_POINTS,
  requiredMatches,
  SEARCH_FIELDS,
  titlePoints,
  wordPoints,
} from "../../../src/domain/search/word-points.js";

const { TITLE, KEYWORD, DESCRIPTION } = SEARCH_FIELDS;

describe("relevance", () => {
  test("a word in the title is worth more than in keywords, and there more than in a description", () => {
    expect(wordPoints(TITLE, "EXACT")).toBeGreaterThan(wordPoints(KEYWORD | DESCRIPTION, "EXACT"));
    expect(wordPoints(KEYWORD, "EXACT")).toBeGreaterThan(wordPoints(DESCRIPTION, "EXACT"));
  });

  test("a word in several fields is worth a little more than in the best field alone", () => {
    expect(wordPoints(TITLE | DESCRIPTION, "EXACT")).toBeGreaterThan(wordPoints(TITLE, "EXACT"));
    expect(wordPoints(0, "EXACT")).toBe(0);
  });

  test("an exact match is worth more than a plural, a prefix, one typo and two typos", () => {
    const points = (["EXACT", "PLURAL", "PREFIX", "TYPO", "TWO_TYPOS"] as const).map((agreement) =>
      wordPoints(TITLE, agreement),
    );
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(new Set(points).size).toBe(points.length);
  });

  test("a title with only the searched words is worth more than a longer one, and words in sequence more than scattered ones", () => {
    expect(titlePoints(2, 2, true)).toBeGreaterThan(titlePoints(2, 4, true));
    expect(titlePoints(2, 4, true)).toBeGreaterThan(titlePoints(2, 4, false));
  });

  test("a typed SKU is worth more than sixteen words", () => {
    expect(CODE_POINTS).toBeGreaterThan(16 * wordPoints(7, "EXACT") + titlePoints(16, 16, true));
  });

  test("all of one or two words are required, and most of three or more", () => {
    expect([1, 2, 3, 4, 5, 6].map(requiredMatches)).toEqual([1, 2, 2, 3, 4, 4]);
  });
});
