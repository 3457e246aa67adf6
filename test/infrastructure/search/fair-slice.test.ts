import { describe, expect, test } from "vitest";
import { FairSlice } from "../../../src/infrastructure/search/fair-slice.js";

/** How long the third slice is, in milliseconds, when others take their time in each round. */
const sliceBeside = async (othersMs: number): Promise<number> => {
  let [time, round, isOver] = [0, 0, false];
  const others = () => {
    [time, round] = [time + othersMs, round + 1];
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  const slice = new FairSlice(() => time);
  const worked = new Map<number, number>();
  while (round < 3) {
    worked.set(round, (worked.get(round) ?? 0) + 1);
    time += 1;
    await slice.yieldWhenOver();
  }
  isOver = true;
  return worked.get(2) ?? 0;
};

describe("long work in slices", () => {
  test("works as long as others do in between, within limits", async () => {
    expect(await sliceBeside(0)).toBe(6);
    expect(await sliceBeside(9)).toBe(9);
    expect(await sliceBeside(80)).toBe(12);
  });
});
