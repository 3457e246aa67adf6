import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { DEFAULT_LIMITS, isUsual, type Limits } from "../../../../src/application/shared/limits.js";
import { Arrivals } from "../../../../src/interface/http/shares/arrivals.js";
import { RequestQueue } from "../../../../src/interface/http/shares/request-queue.js";
import { RequestRefused } from "../../../../src/interface/http/shares/request-refused.js";
import { Room } from "../../../../src/interface/http/shares/room.js";
import type { Visit } from "../../../../src/interface/http/shares/visit.js";
import { WaitingClock } from "../../../../src/interface/http/shares/waiting-clock.js";

const refused: string[] = [];
const delayed: string[] = [];
let utilization = 1;

const queueOf = (
  limits: Partial<Limits>,
  arrivals?: Arrivals,
  clock?: WaitingClock,
): RequestQueue => {
  const all = { ...DEFAULT_LIMITS, ...limits };
  return new RequestQueue(
    all,
    {
      reached: (limit, who) =>
        void (isUsual(limit) ? delayed : refused).push(`${limit} ${who ?? ""}`),
    },
    new Room(all.requestsAtOnce, () => utilization),
    arrivals,
    clock,
  );
};

/** Requests that come one after the other; `begun` tells in which order they are worked on. */
const arrive = async (
  queue: RequestQueue,
  begun: string[],
  ...names: readonly string[]
): Promise<readonly Visit[]> => {
  const visits = names.map((name) => {
    const visit = queue.enter(name.split("#")[0] ?? "");
    follow(queue.begin(visit) ?? Promise.resolve(), begun, name);
    return visit;
  });
  await pass();
  return visits;
};

/** The same for requests whose documents have cost few points before. */
const arriveCheap = async (
  queue: RequestQueue,
  begun: string[],
  ...names: readonly string[]
): Promise<readonly Visit[]> => {
  const visits = names.map((name) => {
    const visit = queue.enter(name);
    follow(queue.begin(visit, "cheap") ?? Promise.resolve(), begun, name);
    return visit;
  });
  await pass();
  return visits;
};

/** Time passes, and what may begin begins. */
const pass = async (ms = 0): Promise<void> => {
  for (let passed = 0; passed <= ms; passed += 20) {
    vi.advanceTimersByTime(Math.min(20, ms - passed));
    for (let time = 0; time < 30; time++) await new Promise(setImmediate);
  }
};

const follow = (begins: Promise<void>, begun: string[], name: string): void =>
  void begins.then(
    () => void begun.push(name),
    (error: unknown) =>
      void begun.push(error instanceof RequestRefused ? `${name} ${error.by}` : "failed"),
  );

const leaveAll = async (queue: RequestQueue, visits: readonly (Visit | undefined)[]) => {
  for (const visit of visits) {
    if (visit) queue.leave(visit);
    await pass();
  }
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  utilization = 1;
  refused.length = 0;
  delayed.length = 0;
});
afterEach(() => vi.useRealTimers());

describe("requests", () => {
  test("of a client that is alone are all worked on, in their order", async () => {
    const queue = queueOf({ requestsAtOnce: 2, clientRequestsAtOnce: 2 });
    const begun: string[] = [];
    const visits = await arrive(queue, begun, "a#1", "a#2", "a#3", "a#4", "a#5");

    await leaveAll(queue, visits);

    expect(begun).toEqual(["a#1", "a#2", "a#3", "a#4", "a#5"]);
    expect(refused).toEqual([]);
  });

  test("of one client leave room for another one", async () => {
    const queue = queueOf({ requestsAtOnce: 3, clientRequestsAtOnce: 2 });
    const begun: string[] = [];

    await arrive(queue, begun, "a#1", "a#2");
    await arrive(queue, begun, "a#3");
    await arrive(queue, begun, "b#1");
    await arrive(queue, begun, "c#1");

    expect(begun).toEqual(["a#1", "a#2", "b#1"]);
    expect(delayed).toEqual(["clientRequestsAtOnce a", "requestsAtOnce c"]);
  });

  test("of the client that has used less come first", async () => {
    const queue = queueOf({ requestsAtOnce: 1, clientRequestsAtOnce: 1 });
    const begun: string[] = [];
    const [first, ...others] = await arrive(queue, begun, "a#1", "a#2", "a#3", "b#1", "c#1");
    if (first) first.client.points = 5_000;
    if (others[2]) others[2].client.points = 10;

    await leaveAll(
      queue,
      [first, others[3], others[2]].flatMap((visit) => visit ?? []),
    );

    expect(begun).toEqual(["a#1", "c#1", "b#1", "a#2"]);
  });

  test("that are heavy wait for each other, and cheap ones pass them", async () => {
    const queue = queueOf({ requestsAtOnce: 8, heavyRequestsAtOnce: 1, clientRequestsAtOnce: 4 });
    const begun: string[] = [];
    const [one, two] = (await arrive(queue, begun, "a#1", "b#1")) as [Visit, Visit];

    follow(queue.becomeHeavy(one), begun, "a#1 again");
    await pass();
    follow(queue.becomeHeavy(two), begun, "b#1 again");
    await arrive(queue, begun, "c#1", "d#1", "e#1");
    const meanwhile = [...begun];
    await leaveAll(queue, [one]);

    expect(meanwhile.toSorted()).toEqual(["a#1", "a#1 again", "b#1", "c#1", "d#1", "e#1"]);
    expect(begun.indexOf("b#1 again")).toBe(6);
    expect(delayed).toEqual(["heavyRequestsAtOnce b"]);
  });

  test("that are heavy are refused when too many of them wait", async () => {
    const queue = queueOf({ heavyRequestsAtOnce: 1, waitingHeavyRequests: 1 });
    const visits = await arrive(queue, [], "a#1", "b#1", "c#1");
    const begun: string[] = [];
    for (const [index, visit] of visits.entries()) {
      follow(queue.becomeHeavy(visit), begun, `heavy ${index}`);
      await pass();
    }

    expect(begun).toEqual(["heavy 0", "heavy 2 everybody"]);
    expect(refused).toEqual(["waitingHeavyRequests c"]);
  });

  test("that are cheap come first, and four of them let another one go before the next", async () => {
    const queue = queueOf({ requestsAtOnce: 1 });
    const begun: string[] = [];
    const usual = await arrive(queue, begun, "a", "b", "c");
    const cheap = await arriveCheap(queue, begun, "d", "e", "f", "g", "h");
    const visits = new Map([...usual, ...cheap].map((visit) => [visit.client.key, visit]));

    for (let time = 0; time < 7; time++) await leaveAll(queue, [visits.get(begun.at(-1) ?? "")]);

    expect(begun).toEqual(["a", "d", "e", "f", "g", "b", "h", "c"]);
  });

  test("that are cheap have a part of the room for themselves", async () => {
    const queue = queueOf({ requestsAtOnce: 4 });
    const begun: string[] = [];

    await arrive(queue, begun, "a#1", "b#1", "c#1", "d#1", "e#1");
    await arriveCheap(queue, begun, "f", "g");

    expect(begun).toEqual(["a#1", "b#1", "c#1", "f"]);
  });

  test("that come alone begin at once, and of those that are read together only the first few", () => {
    const queue = queueOf({});
    const waits = ["a", "b", "c", "d", "e", "f"].map((name) => queue.begin(queue.enter(name)));

    expect(waits.map((wait) => wait === null)).toEqual([true, true, true, true, false, false]);
  });

  test("beyond those that a client may have are refused", async () => {
    const queue = queueOf({ clientRequests: 2 });
    await arrive(queue, [], "a#1", "a#2");

    expect(() => queue.enter("a")).toThrow(
      expect.objectContaining({ httpError: expect.objectContaining({ status: 429 }) }),
    );
    expect(queue.enter("b")).toBeDefined();
    expect(refused).toEqual(["clientRequests a"]);
  });

  test("make room for a newcomer when one client has filled the queue", async () => {
    const queue = queueOf({ requests: 4, requestsAtOnce: 1 });
    const begun: string[] = [];

    await arrive(queue, begun, "a#1", "a#2", "a#3", "a#4", "b#1");

    expect(begun).toEqual(["a#1", "a#4 client"]);
    expect(refused).toEqual(["requests a"]);
  });

  test("are refused when everybody together has filled the queue", async () => {
    const queue = queueOf({ requests: 3, requestsAtOnce: 1 });
    await arrive(queue, [], "a#1", "b#1", "c#1");

    expect(() => queue.enter("d")).toThrow(
      expect.objectContaining({ httpError: expect.objectContaining({ status: 503 }) }),
    );
  });

  test("that have waited too long while others were served are refused", async () => {
    const queue = queueOf({ requestsAtOnce: 1, requestWaitMs: 1_000 });
    const begun: string[] = [];
    await arrive(queue, begun, "a#1", "b#1");

    await pass(1_100);

    expect(begun).toEqual(["a#1", "b#1 everybody"]);
    expect(refused).toEqual(["requestWaitMs b"]);
  });

  test("are not refused for the time in which the event loop was blocked", async () => {
    let stoodStill = 0;
    const clock = new WaitingClock(() => performance.now() + stoodStill);
    const queue = queueOf({ requestsAtOnce: 1, requestWaitMs: 1_000 }, undefined, clock);
    const begun: string[] = [];
    const [running] = (await arrive(queue, begun, "a#1", "b#1")) as [Visit];

    stoodStill = 5_000;
    await pass(800);
    await leaveAll(queue, [running]);

    expect(begun).toEqual(["a#1", "b#1"]);
    expect(refused).toEqual([]);
  });

  test("that wait for others of their client only are refused later", async () => {
    const queue = queueOf({ requestsAtOnce: 1, requestWaitMs: 1_000, clientWaitMs: 3_000 });
    const begun: string[] = [];
    const visits = await arrive(queue, begun, "a#1", "a#2", "a#3", "a#4", "a#5", "a#6");

    for (const visit of visits.slice(0, 4)) {
      await pass(700);
      await leaveAll(queue, [visit]);
    }
    const served = [...begun];
    await pass(700);

    expect(served).toEqual(["a#1", "a#2", "a#3", "a#4", "a#5"]);
    expect(begun.slice(5)).toEqual(["a#6 client"]);
    expect(refused).toEqual(["clientWaitMs a"]);
  });

  test("that come last are first when more clients wait than can be served in time", async () => {
    const queue = queueOf({ requestsAtOnce: 1 });
    const begun: string[] = [];
    const [running] = (await arrive(queue, begun, "a#1", "b#1", "c#1")) as [Visit];
    await pass(100);
    await arrive(queue, begun, "d#1");

    await leaveAll(queue, [running]);

    expect(begun).toEqual(["a#1", "d#1"]);
  });

  test("that come last are last when all that wait can be served in time", async () => {
    const queue = queueOf({ requestsAtOnce: 1 });
    const begun: string[] = [];
    for (let served = 0; served < 20; served++)
      await leaveAll(queue, await arrive(queue, [], `before-${served}`));
    const [running] = (await arrive(queue, begun, "a#1", "b#1", "c#1")) as [Visit];
    await pass(100);
    await arrive(queue, begun, "d#1");

    await leaveAll(queue, [running]);

    expect(begun).toEqual(["a#1", "b#1"]);
  });

  test("of a client that has used much are next after half of the time that a client waits", async () => {
    const queue = queueOf({ requestsAtOnce: 1 });
    const begun: string[] = [];
    for (let served = 0; served < 20; served++)
      await leaveAll(queue, await arrive(queue, [], `before-${served}`));
    const [running, much] = (await arrive(queue, begun, "a#1", "much#1")) as [Visit, Visit];
    much.client.points = 5_000;
    const [next] = (await arrive(queue, begun, "b#1")) as [Visit];
    await leaveAll(queue, [running]);
    for (let served = 0; served < 20; served++)
      await leaveAll(queue, await arrive(queue, [], `between-${served}`));
    await pass(510);
    await arrive(queue, begun, "c#1");

    await leaveAll(queue, [next]);

    expect(begun).toEqual(["a#1", "b#1", "much#1"]);
  });

  test("get more room when the processor waits for the database", async () => {
    const queue = queueOf({ requestsAtOnce: 4, clientRequestsAtOnce: 3 });
    const begun: string[] = [];
    await arrive(queue, begun, ...Array.from({ length: 40 }, (_, n) => `a#${n}`));
    const busy = begun.length;
    utilization = 0.2;

    await pass(400);

    expect(busy).toBe(3);
    expect(begun.length).toBe(24);
  });

  test("whose client has gone are not worked on", async () => {
    const queue = queueOf({ requestsAtOnce: 1 });
    const begun: string[] = [];
    const [running, gone] = (await arrive(queue, begun, "a#1", "b#1", "c#1")) as [Visit, Visit];

    queue.leave(gone);
    await leaveAll(queue, [running]);

    expect(begun).toEqual(["a#1", "b#1 everybody", "c#1"]);
    await expect(queue.begin(gone)).rejects.toThrow(RequestRefused);
  });

  test("wait for connections that arrive, for ten milliseconds at most", async () => {
    const arrivals = new Arrivals();
    const queue = queueOf({}, arrivals);
    const begun: string[] = [];
    let isArriving = true;
    // Otherwise a test that fails would keep its process busy for ever.
    onTestFinished(() => void (isArriving = false));
    const arriving = (): void => {
      arrivals.note();
      if (isArriving) setImmediate(arriving);
    };
    arriving();

    await arrive(queue, begun, "a#1", "b#1");
    expect(begun).toEqual([]);
    await pass(20);
    expect(begun).toEqual(["a#1"]);
    isArriving = false;
    await pass();
    expect(begun).toEqual(["a#1", "b#1"]);
  });

  test("leave nothing behind", async () => {
    const queue = queueOf({ requestsAtOnce: 1, requests: 3 });
    for (let round = 0; round < 10; round++)
      await leaveAll(queue, await arrive(queue, [], "a#1", "b#1", "c#1"));

    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
    await pass(100);
    expect(vi.getTimerCount()).toBe(0);
    expect(await arrive(queue, [], "a#1", "b#1", "c#1")).toHaveLength(3);
  });
});
