import { expect, test } from "vitest";
import { same } from "../../../src/domain/shared/same.js";

test("the same facts are the same in whatever order", () => {
  expect(same({ a: 1, b: [new Date(5), null] }, { b: [new Date(5), null], a: 1 })).toBe(true);
});

test.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [new Date(5), new Date(6)],
  [new Date(5), {}],
  [null, {}],
  ["1", 1],
])("%j and %j differ", (a, b) => {
  expect(same(a, b)).toBe(false);
});
