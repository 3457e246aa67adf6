import { describe, expect, test } from "vitest";
import { RequestEnded, RequestLife } from "../../../../src/application/shared/request-life.js";
import { StoreUnavailable } from "../../../../src/application/shared/unit-of-work.js";
import { Semaphore } from "../../../../src/infrastructure/shared/database/semaphore.js";

const semaphore = (patienceMs: number, waiting = 10) =>
  new Semaphore({ permits: 1, patienceMs, waiting, reasons: { late: "late", full: "full" } });

describe("who waits for a permit", () => {
  test("leaves the queue when its request is over, and the next one is let in", async () => {
    const one = semaphore(60_000);
    await one.enter();
    const life = new RequestLife();
    const gone = one.enter(life);
    const next = one.enter();
    life.end("client-gone");

    await expect(gone).rejects.toThrow(RequestEnded);
    one.leave();
    await expect(next).resolves.toBeUndefined();
  });

  test("is not let in for a request that is over", async () => {
    const life = new RequestLife();
    life.end("deadline");

    expect(() => semaphore(1_000).enter(life)).toThrow(RequestEnded);
  });

  test("waits no longer than the patience, and the permit is not lost with it", async () => {
    const one = semaphore(20);
    await one.enter();

    await expect(one.enter()).rejects.toThrow(new StoreUnavailable("late"));
    one.leave();
    await expect(one.enter()).resolves.toBeUndefined();
  });

  test("is refused at once when too many wait", async () => {
    const one = semaphore(60_000, 1);
    await one.enter();
    const waiting = one.enter();

    expect(() => one.enter()).toThrow(new StoreUnavailable("full"));
    one.leave();
    await waiting;
  });
});
