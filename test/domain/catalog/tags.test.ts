import { expect, test } from "vitest";
import { withoutTags, withTags } from "../../../src/domain/catalog/tags.js";
import { Refused } from "../../../src/domain/shared/domain-error.js";
import { TooMany } from "../../../src/domain/catalog/errors.js";

test("a tag that is there already in other letters is not added again", () => {
  expect(withTags(["Sale", "été"], ["SALE", "Ete", "new", "NEW", "winter "])).toEqual([
    "Sale",
    "été",
    "new",
    "winter",
  ]);
});

test("a tag is found for removal however it is written", () => {
  expect(withoutTags(["Sale", "SALE", "été", "tea"], ["sale", "Eté"])).toEqual(["tea"]);
});

test("each tag that cannot be one is named by its place", () => {
  expect(() => withTags([], ["a", "b,c", "d\u0000"])).toThrow(Refused);
  try {
    withTags([], ["a", "b,c", "d\u0000"]);
  } catch (error) {
    expect((error as Refused).errors.map(({ path }) => path)).toEqual([["1"], ["2"]]);
  }
});

test("a product has at most 250 tags, old and new together", () => {
  const stored = Array.from({ length: 249 }, (_, n) => `tag ${n}`);

  expect(withTags(stored, ["one", "TAG 7"])).toHaveLength(250);
  expect(() => withTags(stored, ["one", "two"])).toThrow(TooMany);
});
