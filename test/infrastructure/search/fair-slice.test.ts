import { describe, expect, test } from "vitest";
import { EQUAL, FairSlice, MOST } from "../../../src/infrastructure/search/fair-slice.js";

/** How long the third slice is, in milliseconds, when others take their time in each round. */
const sliceBeside = async (othersMs: number, share = EQUAL): Promise<number> => {
  let [time, round, isOver] = [0, 0, false];
  const others = () => {
    [time, round] = [time + othersMs, round + 1];
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  const slice = new FairSlice(
    () => share,
    () => time,
  );
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

  test("works longer than others before a server is ready", async () => {
    expect(await sliceBeside(0, MOST)).toBe(6);
    expect(await sliceBeside(9, MOST)).toBe(18);
    expect(await sliceBeside(80, MOST)).toBe(100);
  });

  test("begins a slice when the work has waited, which was no work", async () => {
    let time = 0;
    const slice = new FairSlice(undefined, () => time);
    await new Promise((others) => setImmediate(others));
    time += 50;
    let hasYielded = false;
    setImmediate(() => (hasYielded = true));

    await slice.yieldWhenOver();

    expect(hasYielded).toBe(false);
  });
});
