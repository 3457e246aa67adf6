import { describe, expect, test } from "vitest";
import { readiness } from "../../src/wiring/readiness.js";
import { collectedLog } from "../fakes/collected-log.js";

const server = () => {
  const state = { time: 0, isOpen: true, isSearchRead: false, isDown: false };
  const log = collectedLog();
  const reached: string[] = [];
  const isReady = readiness({
    isOpen: () => state.isOpen,
    ping: async () => {
      if (state.isDown) throw new Error("The store is down.");
    },
    isSearchRead: () => state.isSearchRead,
    searchLoadMs: 10_000,
    log,
    counters: { reached: (limit) => void reached.push(limit) },
    now: () => state.time,
  });
  return { state, isReady, log, reached };
};

describe("a server", () => {
  test("waits for the search at first", async () => {
    const { state, isReady } = server();

    state.time = 9_999;
    expect(await isReady()).toBe(false);
    state.isSearchRead = true;
    expect(await isReady()).toBe(true);
  });

  test("is ready without the search when that takes long, and says so once", async () => {
    const { state, isReady, log, reached } = server();

    state.time = 10_000;
    expect(await isReady()).toBe(true);
    expect(await isReady()).toBe(true);

    expect(reached).toEqual(["searchLoadMs"]);
    expect(log.lines).toHaveLength(1);
  });

  test("is never ready while it stops, or without its store", async () => {
    const { state, isReady } = server();
    [state.time, state.isSearchRead, state.isOpen] = [10_000, true, false];

    expect(await isReady()).toBe(false);
    [state.isOpen, state.isDown] = [true, true];
    await expect(isReady()).rejects.toThrow("The store is down.");
  });
});
