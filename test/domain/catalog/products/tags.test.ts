import { expect, test } from "vitest";
import { tags, withoutTags, withTags } from "../../../../src/domain/catalog/products/tags.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import { TooMany } from "../../../../src/domain/shared/too-many.js";

test("a tag that differs only in case or accents is not added again", () => {
  expect(withTags(["Sale", "été"], ["SALE", "Ete", "new", "NEW", "winter "])).toEqual([
    "Sale",
    "été",
    "new",
    "winter",
  ]);
});

test("a tag is removed regardless of case and accents", () => {
  expect(withoutTags(["Sale", "SALE", "été", "tea"], ["sale", "Eté"])).toEqual(["tea"]);
});

test("each invalid tag is reported with its index", () => {
  expect(() => withTags([], ["a", "b,c", "d\u0000"])).toThrow(Refused);
  try {
    withTags([], ["a", "b,c", "d\u0000"]);
  } catch (error) {
    expect((error as Refused).errors.map(({ path }) => path)).toEqual([["1"], ["2"]]);
  }
});

test("a product has at most 250 tags", () => {
  const stored = Array.from({ length: 249 }, (_, n) => `tag ${n}`);

  expect(withTags(stored, ["one", "TAG 7"])).toHaveLength(250);
  expect(() => withTags(stored, ["one", "two"])).toThrow(TooMany);
});

test("tags that differ only in case or accents are one, spelled as the first", () => {
  expect(tags(["Sale", "sale", "Été", "SALE", "ete", "new"])).toEqual(["Sale", "Été", "new"]);
});
