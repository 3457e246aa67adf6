import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { busyStart } from "./scenes/busy-start.js";
import { hungDatabase } from "./scenes/hung-database.js";
import { ownDatabase, type OwnDatabase } from "./scenes/own-database.js";
import { replacedStore } from "./scenes/replaced-store.js";
import { slowDatabase } from "./scenes/slow-database.js";
import { makeShops } from "./shops.js";
import type { Answers } from "./tally.js";

/** How much longer everything may take than on a machine with nothing else to do. */
const LOOSENED = 5;
/** The deadline of a request, and how long a hung store may go unnoticed. */
const DEADLINE_MS = 10_000;
const UNREADY_MS = 2_000;
const STOP_MS = 10_000;
/** The answers of a shop whose store is away. */
const OUTAGE = /^(200|503 SERVICE_UNAVAILABLE|503)$/;
/** A change that was made although its result could not be read is a success with an error. */
const OUTAGE_OF_WRITES =
  /^(200|200 SERVICE_UNAVAILABLE|503 (SERVICE_UNAVAILABLE|OUTCOME_UNKNOWN))$/;
const others = (answers: Answers, expected: RegExp): readonly string[] =>
  Object.keys(answers).filter((outcome) => !expected.test(outcome));

// While a database hangs, or is slow, two cores have time for the other outages.
describe.concurrent("a server with a database of its own", () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await ownDatabase();
  });
  afterAll(() => database.stop());

  test.sequential(
    "answers within its deadline, says that it is not ready, and stops, while the database hangs",
    async () => {
      const { writes, reads, live, notReadyAfter, afterwards, stop } = await hungDatabase(
        database,
        6_000,
      );

      expect(others(writes.answers, OUTAGE_OF_WRITES)).toEqual([]);
      expect(others(reads.answers, OUTAGE)).toEqual([]);
      expect(Math.max(writes.slowest, reads.slowest)).toBeLessThan(DEADLINE_MS * LOOSENED);
      expect(live.answers).toEqual({ 200: expect.any(Number) });
      expect(notReadyAfter).toBeLessThan(UNREADY_MS * LOOSENED);
      expect(afterwards).toEqual({ change: "200", read: "200" });
      expect(stop.code).toBe(0);
      expect(stop.milliseconds).toBeLessThan(STOP_MS * LOOSENED);
    },
  );

  test.sequential(
    "answers within its deadline when each statement travels for 150 ms each way",
    async () => {
      const { writes, reads, bulks } = await slowDatabase(database, 2_000);

      expect(others({ ...writes.answers, ...bulks.answers }, OUTAGE_OF_WRITES)).toEqual([]);
      expect(others(reads.answers, OUTAGE)).toEqual([]);
      expect(Math.max(writes.slowest, reads.slowest, bulks.slowest)).toBeLessThan(
        DEADLINE_MS * LOOSENED,
      );
    },
  );
});

test.concurrent(
  "no change is acknowledged into a store that was replaced, and an outage is no success",
  async () => {
    const shops = await makeShops();
    try {
      const { changes, ready, afterwards } = await replacedStore(shops, 1_000);

      expect(Object.keys(changes)).toEqual(["503 SERVICE_UNAVAILABLE"]);
      expect(ready).toBe("503");
      expect(afterwards).toEqual({ change: "200", ready: "200" });
    } finally {
      await shops.remove();
    }
  },
);

test.concurrent("a server becomes ready while eight writers change its catalogue", async () => {
  const { ready, writes } = await busyStart(500);

  expect(ready).toBeLessThan(10_000 * LOOSENED);
  expect(others(writes.answers, /^(200|429 RATE_LIMITED|503 \w+)$/)).toEqual([]);
});
