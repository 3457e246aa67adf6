import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ATTACKS } from "./attacks.js";
import { measure, type Measurement } from "./measure.js";
import { makeShops, type Shops } from "./shops.js";
import { countOf } from "./tally.js";

const MILLISECONDS = 4_000;
/** Others wait at most so long; five times as long as on a machine with nothing else to do. */
const OTHERS_P95_MS = 5 * 60;
const HEALTH_P95_MS = 5 * 100;
const MOST_MEMORY_MIB = 700;
/** What an attack may be answered with, besides what it asks for. */
const REFUSALS = /^(400 QUERY_LIMIT_EXCEEDED|400 QUERY_TOO_EXPENSIVE|429 RATE_LIMITED|503 \w+)$/;

let shops: Shops;
beforeAll(async () => {
  shops = await makeShops();
});
afterAll(() => shops.remove());

describe.each(Object.values(ATTACKS))("$name: $sends", (attack) => {
  let measured: Measurement;
  beforeAll(async () => {
    measured = await measure(attack, shops, { milliseconds: MILLISECONDS });
  });

  test("the server survives within its memory, and answers afterwards", () => {
    expect(measured).toMatchObject({ end: null, recovered: expect.any(Number) });
    expect(measured.memory.peak).toBeLessThan(MOST_MEMORY_MIB);
  });

  test("each answer is a good one, or a refusal that says when to come again", () => {
    expect(
      countOf(measured.answers, /^(429|5\d\d).*without|^5(?!03)|unexpected|hang|without end/),
    ).toBe(0);
    const refused = Object.keys(measured.answers).filter((outcome) => /^[345]\d\d/.test(outcome));
    expect(refused.filter((outcome) => !REFUSALS.test(outcome))).toEqual([]);
  });

  test("others are answered, in time", () => {
    expect(measured.others.failures).toEqual({});
    expect(measured.health.failures).toEqual({});
    // What the machine itself takes is nobody's fault.
    expect(measured.others.p95).toBeLessThan(OTHERS_P95_MS + measured.machine.p95);
    expect(measured.health.p95).toBeLessThan(HEALTH_P95_MS + measured.machine.p95);
  });
});
