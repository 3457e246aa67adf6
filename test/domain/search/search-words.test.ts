import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchForm, searchCode, searchWords } from "../../../src/domain/search/search-words.js";

describe("the search form of a word", () => {
  test.each([
    ["CRÈME Brûlée", "creme brulee"],
    ["ＴＶ　４Ｋ", "tv 4k"],
    ["こーひー", "コーヒー"],
    ["ｺｰﾋｰ", "コーヒー"],
    ["Straße", "strasse"],
    ["smørrebrød", "smorrebrod"],
    ["Adventurer's", "adventurers"],
    ["Œuvre", "oeuvre"],
    // In Japanese the mark makes another letter.
    ["が", "ガ"],
  ])("is the same for %s and %s", (written, word) => {
    expect(searchForm(written)).toBe(word);
  });
});

describe("the words of a text", () => {
  test("are separated by everything except letters and digits", () => {
    expect(searchWords('Mug (blue), 0.3 l; "gift"').sequence).toEqual([
      "mug",
      "blue",
      "0",
      "3",
      "l",
      "gift",
    ]);
  });

  test("of a compound are also found as one word", () => {
    expect(searchWords("V-Neck T-Shirt")).toEqual({
      sequence: ["v", "neck", "t", "shirt"],
      extra: ["vneck", "tshirt"],
    });
  });

  test("around an apostrophe are two words, and also found as one", () => {
    expect(searchWords("huile d’olive, don't")).toEqual({
      sequence: ["huile", "d", "olive", "don", "t"],
      extra: ["dolive", "dont"],
    });
  });

  test("without spaces become pairs of characters and single characters", () => {
    expect(searchWords("有机绿茶 box")).toEqual({
      sequence: ["有机", "机绿", "绿茶", "box"],
      extra: ["有", "机", "绿", "茶"],
    });
    expect(searchWords("茶")).toEqual({ sequence: ["茶"], extra: [] });
  });

  test("are the same for every text and its upper-case copy", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zéèñ0-9 '-]{0,60}$/), (text) => {
        expect(searchWords(text.toUpperCase())).toEqual(searchWords(text));
      }),
    );
  });

  test("are never empty and never too long, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const { sequence, extra } = searchWords(text);
        expect(
          [...sequence, ...extra].filter(
            (word) => word === "" || word.length > 40 || /\s/.test(word),
          ),
        ).toEqual([]);
      }),
    );
  });
});

test("a SKU is the same with and without signs", () => {
  expect(searchCode(" rds-00_003/a ")).toBe("rds00003a");
});
