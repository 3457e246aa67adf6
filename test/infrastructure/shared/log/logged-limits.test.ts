import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LoggedLimits } from "../../../../src/infrastructure/shared/log/logged-limits.js";
import { collectedLog } from "../../../fakes/collected-log.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("limits that were reached", () => {
  test("are one line that says how often, and by whom most", () => {
    const log = collectedLog();
    const limits = new LoggedLimits(log);

    for (const peer of ["192.0.2.1", "192.0.2.7", "192.0.2.7"]) limits.reached("connections", peer);
    vi.advanceTimersByTime(1_000);

    expect(log.lines).toEqual([
      {
        level: "warn",
        message: "A limit was reached.",
        facts: { limit: "connections", count: 3, clients: 2, peer: "192.0.2.7", most: 2 },
      },
    ]);
  });

  test("are information when they are reached in ordinary operation", () => {
    const log = collectedLog();
    const limits = new LoggedLimits(log);

    for (const limit of ["idleMs", "requests"] as const) limits.reached(limit);
    limits.flush();

    expect(log.lines.map(({ level, facts }) => [level, facts.limit])).toEqual([
      ["info", "idleMs"],
      ["warn", "requests"],
    ]);
  });

  test("are one line a minute, however long it goes on", () => {
    const log = collectedLog();
    const limits = new LoggedLimits(log);

    for (let second = 0; second < 180; second += 1) {
      limits.reached("connections", "192.0.2.1");
      vi.advanceTimersByTime(1_000);
    }

    expect(log.lines.map(({ facts }) => facts.count)).toEqual([1, 60, 60]);
  });

  test("by very many clients are counted in bounded memory", () => {
    const log = collectedLog();
    const limits = new LoggedLimits(log);

    for (let client = 0; client < 5_000; client += 1)
      limits.reached("connections", `2001:db8::${client.toString(16)}`);
    limits.flush();

    expect(log.lines.map(({ facts }) => facts)).toEqual([
      expect.objectContaining({ count: 5_000, clients: 1_000, most: 1 }),
    ]);
  });

  test("are written by a stop that comes before the minute is over", () => {
    const log = collectedLog();
    const limits = new LoggedLimits(log);
    limits.reached("connections");

    limits.flush();
    vi.advanceTimersByTime(120_000);

    expect(log.lines.map(({ facts }) => facts)).toEqual([
      expect.objectContaining({ count: 1, peer: "(unknown)" }),
    ]);
  });
});
