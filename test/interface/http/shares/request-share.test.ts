import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../../src/application/shared/limits.js";
import { MemoryBudgets } from "../../../../src/infrastructure/shared/budgets/memory-budgets.js";
import { RateLimited } from "../../../../src/application/shared/rate-limited.js";
import { KnownDocuments } from "../../../../src/interface/http/shares/known-documents.js";
import { RequestQueue } from "../../../../src/interface/http/shares/request-queue.js";
import { RequestShare, type Sharer } from "../../../../src/interface/http/shares/request-share.js";
import { Room } from "../../../../src/interface/http/shares/room.js";
import { countedLimits } from "../toy-server.js";

const LIMITS = { ...DEFAULT_LIMITS, clientPoints: 300, machinePoints: 900, heavyPoints: 100 };
const MALLORY: Sharer = { client: "mallory", budget: "clientPoints" };
const MACHINE: Sharer = { client: "key_machine", budget: "machinePoints" };
const ANNA: Sharer = { client: "anna", budget: "clientPoints" };

/** @param utilization of the processor, from 0 to 1 */
const serverWith = (utilization: number) => {
  const counters = countedLimits();
  const room = new Room(LIMITS.requestsAtOnce, () => utilization);
  const shared = {
    limits: LIMITS,
    queue: new RequestQueue(LIMITS, counters, room),
    budgets: new MemoryBudgets(),
    documents: new KnownDocuments(),
    counters,
  };
  const request = async (sharer: Sharer, points: number) => {
    const share = new RequestShare(shared, sharer);
    return share.charge(points).finally(() => share.leave());
  };
  return { shared, request, reached: counters.reachedLimits };
};

describe("a client that has used its points up", () => {
  test("is refused a heavy request while others need the time, and told when to come again", async () => {
    const { shared, request, reached } = serverWith(1);
    await request(MALLORY, 400);
    const anna = new RequestShare(shared, ANNA);

    const refused = await request(MALLORY, 100).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(RateLimited);
    expect(refused).toMatchObject({ code: "RATE_LIMITED", retryAfterMs: expect.any(Number) });
    expect((refused as RateLimited).retryAfterMs).toBeGreaterThan(5_000);
    expect(reached).toContainEqual(["clientPoints", "mallory"]);
    anna.leave();
  });

  test("is refused as a machine by the points of machines", async () => {
    const { shared, request, reached } = serverWith(1);
    const anna = new RequestShare(shared, ANNA);
    await request(MACHINE, 400);
    await request(MACHINE, 500);

    await expect(request(MACHINE, 100)).rejects.toThrow(RateLimited);
    expect(reached).toContainEqual(["machinePoints", "key_machine"]);
    anna.leave();
  });

  test("is answered when the request is not heavy, which is counted for heavy ones only", async () => {
    const { shared, request, reached } = serverWith(1);
    await request(MALLORY, 400);
    const anna = new RequestShare(shared, ANNA);

    expect(await request(MALLORY, 99)).toMatchObject({ remaining: 0 });
    expect(reached).toEqual([["heavyPoints", "mallory"]]);
    anna.leave();
  });

  test("is answered when it is alone, or when the processor is not busy", async () => {
    const alone = serverWith(1);
    await alone.request(MALLORY, 400);
    const idle = serverWith(0.2);
    const anna = new RequestShare(idle.shared, ANNA);
    await idle.request(MALLORY, 400);

    expect(await alone.request(MALLORY, 400)).toMatchObject({ remaining: 0 });
    expect(await idle.request(MALLORY, 400)).toMatchObject({ remaining: 0 });
    anna.leave();
  });
});
