import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ATTACKS } from "./attacks.js";
import { measure, type Measurement } from "./measure.js";
import { makeShops, type Shops } from "./shops.js";
import { countOf } from "./tally.js";

const MILLISECONDS = 2_000;
const MOST_MEMORY_MIB = 650;
/** How much longer everything may take than it does with nothing else on the machine. */
const LOOSENED = 5;
const OTHERS_P95_MS = 60;
/** Where everything is at its limit, others wait longer. */
const OTHERS_P95_MS_UNDER: Readonly<Record<string, number>> = {
  crowd: 250,
  "deep-queries": 150,
  "slow-readers": 150,
};
const HEALTH_P95_MS = 100;
/**
 * Connections are taken one by one, each with its large answer. The code that needed 41 ms for this on one machine needed
 * 824 ms on a slower one, where it is 370 to 730 ms now.
 */
const HEALTH_P95_MS_UNDER: Readonly<Record<string, number>> = { "slow-readers": 200 };
/** A pause of the machine itself is not seen three times in a row. */
const ATTEMPTS = 3;
/** Where the server waits longer for a processor than it runs, times say nothing about it. */
const MOST_SLOWED_DOWN = 2;
/** At least this part of what the server can do is still done for a crowd, instead of 0.8. */
const GOOD_PART = 0.4;

/** The attacks of the gate, each with what must be among its answers. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  "pipelined-20": /^closed by the server/,
  "aliases-4": /^400 QUERY_LIMIT_EXCEEDED$/,
  "deep-queries": /^200$/,
  "new-fragments": /^(200|429 RATE_LIMITED|503 SERVICE_UNAVAILABLE)$/,
  "new-tokens": /^(200|429 RATE_LIMITED|503 SERVICE_UNAVAILABLE)$/,
  "idle-1024": /^closed by the server/,
  "slow-readers": /^connected$/,
  pictures: /^other: 200$/,
  crowd: /^200$/,
  framing: /^as allowed$/,
};
/** What a request may be refused with, always with the time to come again where it applies. */
const REFUSED = /^(4|5)\d\d/;
const REFUSALS =
  /^(400 QUERY_LIMIT_EXCEEDED|429 RATE_LIMITED|503 (SERVICE_UNAVAILABLE|MEDIA_BUSY))$/;
const WRONG = /^unexpected|hangs|without end|without Retry-After|^other: (?!200|slowest)/;

/** Five times as many as can be answered: some of the others are refused, too, and come again. */
const SHEDS = "crowd";

/** What took too long for others, or was done too seldom for a crowd; empty when nothing did. */
const tooLate = (
  name: string,
  { others, health, healthPort, machine, slowedDown, answers }: Measurement,
): readonly string[] => {
  const within = (ms: number): number => ms * LOOSENED * slowedDown + machine.p95;
  const times: readonly [string, number, number][] = [
    ["others", others.p95, within(OTHERS_P95_MS_UNDER[name] ?? OTHERS_P95_MS)],
    ["health", health.p95, within(HEALTH_P95_MS_UNDER[name] ?? HEALTH_P95_MS)],
    ["health on its own port", healthPort.p95, within(HEALTH_P95_MS)],
  ];
  const late = times.filter(([, ms, most]) => ms >= most);
  const [good, peak] = [countOf(answers, /^good/), countOf(answers, /^peak/)];
  return [
    ...late.map(([who, ms, most]) => `${who}: ${ms} of ${most} ms`),
    ...(good < peak * GOOD_PART ? [`${good} good answers of ${peak}`] : []),
  ];
};

let shops: Shops;
beforeAll(async () => {
  shops = await makeShops();
});
afterAll(() => shops.remove());

describe.each(Object.entries(EXPECTED))("under the attack %s", (name, expected) => {
  const attack = ATTACKS[name];
  let measured: Measurement;
  beforeAll(async () => {
    if (!attack) throw new Error(`There is no attack ${name}.`);
    measured = await measure(attack, shops, { milliseconds: MILLISECONDS });
  });

  test("the server survives, within its memory, and answers afterwards", () => {
    expect(measured).toMatchObject({ end: null, recovered: expect.any(Number) });
    expect(measured.memory.peak).toBeLessThan(MOST_MEMORY_MIB);
  });

  test("answers are those of the shop, or refusals with a code", () => {
    const wrong = Object.keys(measured.answers).filter(
      (outcome) => WRONG.test(outcome) || (REFUSED.test(outcome) && !REFUSALS.test(outcome)),
    );
    expect(wrong).toEqual([]);
    expect(countOf(measured.answers, expected)).toBeGreaterThan(0);
  });

  test("other clients and the probe of the health are answered in time", async ({ skip }) => {
    let late = tooLate(name, measured);
    for (let attempt = 1; attempt < ATTEMPTS && late.length > 0 && attack; attempt++) {
      measured = await measure(attack, shops, { milliseconds: MILLISECONDS });
      late = tooLate(name, measured);
    }
    const { others, health, healthPort, slowedDown } = measured;

    const refused = name === SHEDS ? { "503 SERVICE_UNAVAILABLE": expect.any(Number) } : {};
    expect([health.failures, healthPort.failures]).toEqual([{}, {}]);
    expect({ ...refused, ...others.failures }).toEqual(refused);
    expect(others.answers).toBeGreaterThan(0);
    skip(
      late.length > 0 && slowedDown > MOST_SLOWED_DOWN,
      `the server ran ${slowedDown} times slower`,
    );
    expect(late).toEqual([]);
  });
});

test("without the limits of queries, a short one ends the server", async () => {
  const attack = ATTACKS["aliases-4"];
  if (!attack) throw new Error("There is no attack aliases-4.");
  const settings = Object.fromEntries(
    [
      "QUERY_COST",
      "ALIASES_OF_FIELD",
      "HEAVY_REQUESTS_AT_ONCE",
      "CLIENT_POINTS",
      "GRAPHQL_MS",
      "ANSWER_BYTES",
      "UNSENT_MIB",
    ].map((limit) => [`PLINTH_LIMIT_${limit}`, "off"]),
  );

  const { end } = await measure(attack, shops, { milliseconds: 20_000, settings });

  expect(end).not.toBeNull();
});
