import { expect, test } from "vitest";
import { singular } from "../../../src/domain/search/singular.js";

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
])("the singular of %s is %s", (many, one) => {
  expect(singular(many)).toBe(one);
});
