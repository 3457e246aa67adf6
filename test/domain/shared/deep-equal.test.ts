import { expect, test } from "vitest";
import { deepEqual } from "../../../src/domain/shared/deep-equal.js";

test("values are equal regardless of the order of their keys", () => {
  expect(deepEqual({ a: 1, b: [new Date(5), null] }, { b: [new Date(5), null], a: 1 })).toBe(true);
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
])("%j and %j are not equal", (a, b) => {
  expect(deepEqual(a, b)).toBe(false);
});
