import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PointBudgets } from "../../src/application/shared/point-budgets.js";
import { openBudgets } from "../../src/infrastructure/shared/budgets/open-budgets.js";
import type { SharingConfig } from "../../src/infrastructure/shared/config/sharing-config.js";
import { type Entry, logTo } from "../interface/http/toy-server.js";
import { type OwnRedis, ownRedis } from "./own-redis.js";

/** One process of a shop. */
interface Process extends PointBudgets {
  readonly warnings: () => readonly Entry[];
  readonly notes: () => readonly Entry[];
}

/** No points come back while a test runs, however busy the machine is. */
const LONG_MS = 3_600_000;

let redis: OwnRedis;
const open: Process[] = [];

beforeEach(async () => {
  redis = await ownRedis();
});
afterEach(async () => {
  for (const budgets of open.splice(0)) budgets.close?.();
  redis.goOn();
  await redis.end();
});

const processOf = async (config: SharingConfig = redis.config): Promise<Process> => {
  const log: Entry[] = [];
  const budgets = await openBudgets(config, logTo(log), { windowMs: LONG_MS });
  const one = {
    use: budgets.use.bind(budgets),
    close: () => budgets.close?.(),
    warnings: () => log.filter(({ level }) => level === "warn"),
    notes: () => log.filter(({ level }) => level === "info"),
  };
  open.push(one);
  return one;
};

const used = (budgets: PointBudgets, client: string): number => budgets.use(client, 0).points;

/** Waits until two processes know of each other's points. */
const untilShared = async (one: PointBudgets, other: PointBudgets): Promise<void> => {
  const client = `client-${Math.random()}`;
  await expect
    .poll(() => {
      one.use(client, 1);
      return used(other, client);
    })
    .toBeGreaterThan(0);
};

/** Uses points until the log says that they are not shared. */
const untilAlone = async (budgets: Process): Promise<void> => {
  await expect
    .poll(() => {
      budgets.use("192.0.2.9", 1);
      return budgets.warnings().length;
    })
    .toBe(1);
};

/** As 50 requests do that come one after the other. */
const useFiftyTimes = async (budgets: PointBudgets): Promise<void> => {
  for (let time = 0; time < 50; time++) {
    budgets.use("192.0.2.1", 1);
    await new Promise((next) => setTimeout(next, 2));
  }
};

describe("points of clients", () => {
  test("that one process takes are known to the others", async () => {
    const [one, other] = [await processOf(), await processOf()];
    await untilShared(one, other);

    one.use("192.0.2.1", 700);
    other.use("192.0.2.1", 50);

    await expect.poll(() => used(other, "192.0.2.1")).toBe(750);
    await expect.poll(() => used(one, "192.0.2.1")).toBe(750);
    expect([...one.warnings(), ...other.warnings()]).toEqual([]);
  });

  test("are shared over TLS when the certificate is trusted", async () => {
    const secure = await ownRedis("tls");
    const [one, other] = [await processOf(secure.config), await processOf(secure.config)];
    const doubting = await processOf({ ...secure.config, tls: true });

    await untilShared(one, other);
    await untilAlone(doubting);

    expect(one.warnings()).toEqual([]);
    await secure.end();
  });

  test.each([
    ["is killed and comes back", () => redis.kill(), () => redis.start()],
    ["hangs and goes on", async () => redis.hang(), async () => redis.goOn()],
  ])("are counted without a wait when Redis %s, and the log tells both", async (_, stop, start) => {
    const [one, other] = [await processOf(), await processOf()];
    await untilShared(one, other);

    await stop();
    await useFiftyTimes(one);
    await untilAlone(one);
    await useFiftyTimes(one);
    const counted = used(one, "192.0.2.1");
    await start();
    await untilShared(one, other);

    expect(counted).toBe(100);
    expect(one.warnings()).toHaveLength(1);
    expect(one.notes()).toHaveLength(1);
  });

  test("that a process knows are kept when Redis is flushed", async () => {
    const [one, other] = [await processOf(), await processOf()];
    await untilShared(one, other);
    one.use("192.0.2.1", 500);
    await expect.poll(() => used(other, "192.0.2.1")).toBe(500);

    await redis.flush();
    one.use("192.0.2.1", 1);
    await untilShared(one, other);

    expect(used(one, "192.0.2.1")).toBe(501);
    expect(used(other, "192.0.2.1")).toBe(500);
    expect([...one.warnings(), ...other.warnings()]).toEqual([]);
  });

  test("are counted when Redis is not there at the start", async () => {
    await redis.kill();
    const one = await processOf();

    await useFiftyTimes(one);
    await untilAlone(one);

    expect(used(one, "192.0.2.1")).toBe(50);
  });
});
