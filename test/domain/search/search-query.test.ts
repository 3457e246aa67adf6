import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_QUERY_LENGTH, searchQuery } from "../../../src/domain/search/search-query.js";

describe("a search query", () => {
  test.each([null, "", "   ", "\t\n"])("without text (%j) finds everything", (typed) => {
    expect(searchQuery(typed)).toBe("everything");
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
    "a".repeat(MAX_QUERY_LENGTH + 1),
    "x ".repeat(5_000),
  ])("of unusual text (%j) never finds everything", (typed) => {
    const read = searchQuery(typed);

    expect(read).not.toBe("everything");
    if (typeof read === "object") expect(read.words.length).toBeGreaterThan(0);
  });

  test.each(["(", '"', "***", "%_%", "😀", "\u200B", "a".repeat(MAX_QUERY_LENGTH + 1)])(
    "of signs alone (%j), or that is too long, finds nothing",
    (typed) => {
      expect(searchQuery(typed)).toBe("nothing");
    },
  );

  test("of signs alone does not find everything", () => {
    expect(searchQuery("***")).toBe("nothing");
  });

  test("has no operators: brackets and quotes only separate words", () => {
    expect(searchQuery('(cotton OR "silk" -wool*')).toEqual({
      words: ["cotton", "or", "silk", "wool"],
      code: "cottonorsilkwool",
      isOpen: true,
    });
  });

  test("has a complete last word if a space follows it", () => {
    expect(searchQuery("mug ")).toMatchObject({ isOpen: false });
    expect(searchQuery("茶")).toMatchObject({ isOpen: false });
  });

  test("can be read from any characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 600 }),
        (typed) => void searchQuery(typed),
      ),
    );
  });
});
