import { describe, expect, test } from "vitest";
import type {
  SearchChange,
  SearchSource,
} from "../../../src/application/search/ports/search-source.js";
import { OutboxTail } from "../../../src/infrastructure/search/outbox-tail.js";

/** An outbox of keys only, and a clock that the test moves. */
const outbox = (...keys: number[]) => {
  const stored = new Set(keys);
  const rows = (): readonly SearchChange[] =>
    [...stored]
      .toSorted((a, b) => a - b)
      .map((key) => ({
        key,
        products: [],
        collections: [],
        isAboutAll: false,
        isAboutFields: false,
      }));
  const source: Pick<SearchSource, "newest" | "changesFrom" | "changesWithin" | "keysUntil"> = {
    newest: async () => Math.max(0, ...stored),
    changesFrom: async (from, size) =>
      rows()
        .filter(({ key }) => key >= from)
        .slice(0, size),
    changesWithin: async (ranges, size) =>
      rows()
        .filter(({ key }) => ranges.some(({ first, last }) => first <= key && key <= last))
        .slice(0, size),
    keysUntil: async (key, size) =>
      rows()
        .map((row) => row.key)
        .filter((one) => one <= key)
        .toReversed()
        .slice(0, size),
  };
  const time = { ms: 0 };
  const tail = new OutboxTail(source as SearchSource, () => time.ms);
  return {
    stored,
    time,
    tail,
    read: async () => (await tail.next())?.changes.map(({ key }) => key) ?? null,
  };
};

describe("the tail of the outbox", () => {
  test("reads each event once, and begins after the existing ones", async () => {
    const { stored, tail, read } = outbox(1, 2, 3);
    await tail.begin();
    expect(await read()).toEqual([]);

    stored.add(4).add(5);
    expect([await read(), await read()]).toEqual([[4, 5], []]);
  });

  test("reads an event that got its key early and was committed late", async () => {
    const { stored, tail, read } = outbox(1);
    await tail.begin();
    stored.add(2).add(4);
    expect(await read()).toEqual([2, 4]);

    stored.add(3);
    expect([await read(), await read()]).toEqual([[3], []]);
  });

  test("ignores events from long before it began, however many there are", async () => {
    const { tail, read } = outbox(...Array.from({ length: 6_000 }, (_, index) => index + 1));
    await tail.begin();

    expect(await read()).toEqual([]);
  });

  test("also reads events that were not committed yet when it began", async () => {
    const { stored, tail, read } = outbox(1, 5);
    await tail.begin();
    stored.add(3);

    expect(await read()).toEqual([3]);
  });

  test("does not wait forever for a key whose transaction was rolled back", async () => {
    const { stored, time, tail, read } = outbox(1);
    await tail.begin();
    stored.add(3);
    expect(await read()).toEqual([3]);

    time.ms = 60_001;
    expect(await read()).toEqual([]);
    stored.add(2);
    expect(await read()).toEqual([]);
  });

  test("notices that the last event it read was deleted, and that unread ones may be deleted too", async () => {
    const { stored, tail, read } = outbox(1, 2);
    await tail.begin();
    stored.clear();
    expect(await read()).toBeNull();

    stored.add(900);
    expect(await read()).toBeNull();
    await tail.begin();
    stored.add(901);
    expect(await read()).toEqual([901]);
  });

  test("waits for thousands of missing keys as for one, and reads those that appear in batches", async () => {
    const { stored, tail, read } = outbox(1);
    await tail.begin();
    stored.add(100_000);
    expect(await read()).toEqual([100_000]);

    const late = Array.from({ length: 1_200 }, (_, n) => 20_000 + 3 * n);
    for (const key of late) stored.add(key);
    expect([
      ...((await read()) ?? []),
      ...((await read()) ?? []),
      ...((await read()) ?? []),
    ]).toEqual(late);
    stored.add(20_001).add(99_999);
    expect([await read(), await read()]).toEqual([[20_001, 99_999], []]);
  });

  test("also reads late events in an outbox whose first events were deleted", async () => {
    const { stored, tail, read } = outbox(...Array.from({ length: 1_000 }, (_, n) => 9_000 + n));
    stored.delete(9_300);
    await tail.begin();
    stored.add(9_300).add(7_000);

    expect(await read()).toEqual([7_000, 9_300]);
  });

  test("reads many events in batches", async () => {
    const { stored, tail } = outbox(1);
    await tail.begin();
    for (let key = 2; key <= 700; key += 1) stored.add(key);
    const [first, second] = [await tail.next(), await tail.next()];

    expect([
      first?.changes.length,
      first?.hasMore,
      second?.changes.length,
      second?.hasMore,
    ]).toEqual([500, true, 199, false]);
  });
});
