import { describe, expect, test } from "vitest";
import {
  checkNoPartialOverlap,
  checkScheduleTimes,
} from "../../../src/domain/pricing/schedule-times.js";
import { Refused } from "../../../src/domain/shared/domain-error.js";

describe("a temporary price beside another one", () => {
  const day = (n: number): Date => new Date(Date.UTC(2026, 1, n));
  const isAllowed = (
    at: number,
    until: number | null,
    other: { readonly at: Date | null; readonly until: Date },
  ): boolean => {
    try {
      checkNoPartialOverlap({ at: day(at), until: until === null ? null : day(until) }, [other]);
      return true;
    } catch {
      return false;
    }
  };

  test.each([
    ["before the other", 1, 10, true],
    ["up to the start of the other", 8, 10, true],
    ["from the end of the other", 20, 22, true],
    ["within the other", 12, 18, true],
    ["within the other up to its end", 12, 20, true],
    ["around the other", 8, 22, true],
    ["around the other up to its end", 8, 20, true],
    ["without end", 12, null, true],
    ["across the start of the other", 8, 12, false],
    ["across the end of the other", 18, 22, false],
    ["from the start of the other beyond its end", 10, 22, false],
    ["in the same period", 10, 20, false],
  ])("%s, from day %i until day %s, is allowed: %s", (_, at, until, expected) => {
    expect(isAllowed(at, until, { at: day(10), until: day(20) })).toBe(expected);
  });

  test("may lie within or after one that has started, but not overlap it in part", () => {
    expect([
      isAllowed(12, 18, { at: null, until: day(20) }),
      isAllowed(18, 22, { at: null, until: day(20) }),
      isAllowed(20, 22, { at: null, until: day(20) }),
    ]).toEqual([true, false, true]);
  });
});

describe("the times of a scheduled price", () => {
  const NOW = new Date("2028-02-29T12:00:00.000Z");
  const refused = (at: string, until: string | null = null): readonly string[] => {
    try {
      checkScheduleTimes({ at: new Date(at), until: until === null ? null : new Date(until) }, NOW);
      return [];
    } catch (error) {
      return error instanceof Refused ? error.errors.map(({ path }) => path.join(".")) : ["?"];
    }
  };

  test.each([
    ["2028-02-29T12:00:00.001Z", null, []],
    ["2028-02-29T12:00:00.000Z", null, ["at"]],
    ["2033-02-28T00:00:00.000Z", "2033-03-01T12:00:00.000Z", []],
    ["2033-03-01T12:00:00.001Z", null, ["at"]],
    ["2028-03-01T00:00:00.000Z", "2028-03-01T00:00:00.000Z", ["until"]],
    ["2028-03-01T00:00:00.000Z", "2034-03-01T00:00:00.000Z", ["until"]],
    ["2027-03-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z", ["at", "until"]],
  ])("from %s until %s have errors at %j", (at, until, paths) => {
    expect(refused(at, until)).toEqual(paths);
  });
});
