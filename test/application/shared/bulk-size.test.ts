import { describe, expect, test } from "vitest";
import { IN_MEMORY, inBulk, InvalidBulk } from "../../../src/application/shared/bulk.js";

const items = (count: number) => ({ items: Array.from({ length: count }, (_, n) => n) });
const doubled = (count: number) => inBulk(items(count), IN_MEMORY, async (item) => item * 2);

describe("a bulk change", () => {
  test.each([1, 250])("accepts %i items", async (count) => {
    const done = await doubled(count);

    expect(done.items).toHaveLength(count);
    expect(done.items[0]).toEqual({ index: 0, result: 0, refusals: [] });
  });

  test.each([0, 251])("refuses %i items", async (count) => {
    await expect(doubled(count)).rejects.toThrow(new InvalidBulk(count));
  });
});
