import { expect, test } from "vitest";
import { visibleStock } from "../../../src/domain/shared/visible-stock.js";

test.each([
  ["all of them where the number is exact", 250, Infinity, 250],
  ["as many as the shop tells", 250, 10, 10],
  ["the exact number below that", 9, 10, 9],
  ["an unknown number where only in or out is told", 250, 0, null],
  ["none where there are none", 0, 0, 0],
  ["none where there are none and some would be told", 0, 10, 0],
])("buyers see %s", (_, units, most, shown) => {
  expect(visibleStock(units, most)).toBe(shown);
});
