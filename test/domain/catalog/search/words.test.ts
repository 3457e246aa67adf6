import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_QUERY, readQuery } from "../../../../src/domain/catalog/search/query.js";
import { singular } from "../../../../src/domain/catalog/search/singular.js";
import { folded, foldedCode, wording } from "../../../../src/domain/catalog/search/words.js";

describe("however something is written, it is the same word", () => {
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
  ])("%s is %s", (written, word) => {
    expect(folded(written)).toBe(word);
  });
});

describe("the words of a text", () => {
  test("are parted by everything that is no letter and no figure", () => {
    expect(wording('Mug (blue), 0.3 l; "gift"').sequence).toEqual([
      "mug",
      "blue",
      "0",
      "3",
      "l",
      "gift",
    ]);
  });

  test("of a compound are found together too", () => {
    expect(wording("V-Neck T-Shirt")).toEqual({
      sequence: ["v", "neck", "t", "shirt"],
      extra: ["vneck", "tshirt"],
    });
  });

  test("that meet in an apostrophe are two, and found together too", () => {
    expect(wording("huile d’olive, don't")).toEqual({
      sequence: ["huile", "d", "olive", "don", "t"],
      extra: ["dolive", "dont"],
    });
  });

  test("without spaces between them are pairs of characters, and each character", () => {
    expect(wording("有机绿茶 box")).toEqual({
      sequence: ["有机", "机绿", "绿茶", "box"],
      extra: ["有", "机", "绿", "茶"],
    });
    expect(wording("茶")).toEqual({ sequence: ["茶"], extra: [] });
  });

  test("are the same for every text and its copy in capitals", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zéèñ0-9 '-]{0,60}$/), (text) => {
        expect(wording(text.toUpperCase())).toEqual(wording(text));
      }),
    );
  });

  test("are never empty and never long, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const { sequence, extra } = wording(text);
        expect(
          [...sequence, ...extra].filter(
            (word) => word === "" || word.length > 40 || /\s/.test(word),
          ),
        ).toEqual([]);
      }),
    );
  });
});

test("a label is the same with and without its signs", () => {
  expect(foldedCode(" rds-00_003/a ")).toBe("rds00003a");
});

describe("a query", () => {
  test.each([null, "", "   ", "\t\n"])("of nothing (%j) is for everything", (typed) => {
    expect(readQuery(typed)).toBe("everything");
  });

  test.each([
    "(",
    '"',
    "***",
    "!?.,;",
    "--",
    "%_%",
    "😀",
    "\u200B",
    "' OR ''='",
    "a".repeat(LONGEST_QUERY + 1),
    "x ".repeat(5_000),
  ])(
    "without a word that may be one (%j) finds something of its words or nothing, never everything",
    (typed) => {
      const read = readQuery(typed);

      expect(read).not.toBe("everything");
      if (typeof read === "object") expect(read.words.length).toBeGreaterThan(0);
    },
  );

  test.each(["(", '"', "***", "%_%", "😀", "\u200B", "a".repeat(LONGEST_QUERY + 1)])(
    "of signs alone (%j), or too long for one, is for nothing",
    (typed) => {
      expect(readQuery(typed)).toBe("nothing");
    },
  );

  test("of signs alone is not for everything", () => {
    expect(readQuery("***")).toBe("nothing");
  });

  test("has no operators: brackets and quotes only part words", () => {
    expect(readQuery('(cotton OR "silk" -wool*')).toEqual({
      words: ["cotton", "or", "silk", "wool"],
      code: "cottonorsilkwool",
      isOpen: true,
    });
  });

  test("is finished once a space follows its last word", () => {
    expect(readQuery("mug ")).toMatchObject({ isOpen: false });
    expect(readQuery("茶")).toMatchObject({ isOpen: false });
  });

  test("of whatever characters is read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (typed) => void readQuery(typed)),
    );
  });
});

test.each([
  ["glasses", "glass"],
  ["berries", "berry"],
  ["boxes", "box"],
  ["toothbrushes", "toothbrush"],
  ["shoes", "shoe"],
  ["mugs", "mug"],
  ["glass", "glass"],
  ["bus", "bus"],
  ["iris", "iris"],
  ["tv", "tv"],
  ["gas", "gas"],
])("one of %s is a %s", (many, one) => {
  expect(singular(many)).toBe(one);
});
