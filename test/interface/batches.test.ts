import { describe, expect, test } from "vitest";
import { RequestEnded, RequestLife } from "../../src/application/shared/request-life.js";
import { Batcher } from "../../src/interface/graphql/execution/batcher.js";
import { Handover } from "../../src/interface/graphql/execution/handover.js";

const busyFor = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

/** How often others can run meanwhile. */
const passesDuring = async (work: Promise<unknown>): Promise<number> => {
  let [count, isOver] = [0, false];
  const pass = (): void => {
    count += 1;
    if (!isOver) setImmediate(pass);
  };
  setImmediate(pass);
  await work;
  isOver = true;
  return count;
};

const keys = (count: number): string[] => Array.from({ length: count }, (_, n) => `key ${n}`);
const found = async (some: readonly string[]) => new Map(some.map((key) => [key, { id: key }]));

describe("what a request reads", () => {
  test("is handed over at once when it is little, and others run between much of it", async () => {
    const handover = new Handover();
    expect(handover.wait(399)).toBeNull();
    expect(handover.wait(100)).toBeNull();

    const all = Promise.all(
      keys(300).map(async () => {
        await handover.wait(1);
        busyFor(1);
      }),
    );

    expect(await passesDuring(all)).toBeGreaterThan(8);
  });

  test("is read in parts of a thousand keys, with every value for its key", async () => {
    const parts: number[] = [];
    const batch = new Batcher();
    const values = await Promise.all(
      keys(2_500).map((key) =>
        batch.load(["things"], key, async (some) => {
          parts.push(some.length);
          return found(some);
        }),
      ),
    );

    expect(parts).toEqual([1_000, 1_000, 500]);
    expect(values.map((value) => value?.id)).toEqual(keys(2_500));
  });

  test("is neither read nor handed over further after the end of the request", async () => {
    const parts: number[] = [];
    const life = new RequestLife();
    const batch = new Batcher(life);

    await expect(
      batch.loadTogether("parts", { ids: keys(5_000), fields: new Set() }, async (some) => {
        parts.push(some.length);
        if (parts.length === 2) life.end("client-gone");
        return found(some);
      }),
    ).rejects.toThrow(RequestEnded);
    expect(parts).toEqual([1_000, 1_000]);
  });
});
