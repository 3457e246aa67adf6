import { describe, expect, test } from "vitest";
import type { LimitCounters } from "../../../src/application/shared/limit-counters.js";
import { DEFAULT_LIMITS, isUsual, type Limits } from "../../../src/application/shared/limits.js";
import { DrawingQueue } from "../../../src/infrastructure/media/drawing-queue.js";
import { patient } from "../../builders/served-images.js";

const [MALLORY, ANNA, BERT] = ["mallory", "anna", "bert"];

/** A queue whose drawings end when the test says so. */
const queueWith = (limits: Partial<Limits> = {}) => {
  const reached: string[] = [];
  const delayed: string[] = [];
  const counters: LimitCounters = {
    reached: (limit, who) => (isUsual(limit) ? delayed : reached).push(`${limit} ${who}`),
  };
  const queue = new DrawingQueue({ ...DEFAULT_LIMITS, drawings: 1, ...limits }, counters);
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const request = (key: string, requester = patient()) =>
    queue.run(key, requester, async () => {
      started.push(key);
      await new Promise<void>((end) => ends.set(key, end));
      return `drawn ${key}`;
    });
  /** Requests whose refusal is not an error of the test. */
  const requests = (client: string, keys: readonly string[]) =>
    keys.map((key) => request(key, patient(client)).catch((error: { code: string }) => error.code));
  const finish = async (key: string): Promise<void> => {
    await expect.poll(() => ends.has(key)).toBe(true);
    ends.get(key)?.();
    await new Promise((done) => setImmediate(done));
  };
  return { request, requests, finish, started, reached, delayed };
};

const numbered = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${name} ${n}`);

describe("the queue of drawings", () => {
  test("serves clients in rotation, so that one picture does not wait for forty of another client", async () => {
    const { requests, finish, started } = queueWith();
    void requests(MALLORY, numbered("m", 40));
    void requests(ANNA, ["a 0", "a 1"]);
    void requests(BERT, ["b 0"]);

    for (let n = 0; n < 6; n += 1) await finish(started.at(-1) ?? "");

    expect(started).toEqual(["m 0", "m 1", "a 0", "b 0", "m 2", "a 1", "m 3"]);
  });

  test("leaves room beside the drawings of one client", async () => {
    const { requests, started, delayed } = queueWith({ drawings: 2, clientDrawings: 1 });
    void requests(MALLORY, numbered("m", 2));
    void requests(ANNA, ["a 0"]);
    void requests(BERT, ["b 0"]);

    expect(started).toEqual(["m 0", "a 0"]);
    expect(delayed).toEqual(["clientDrawings mallory", "drawings bert"]);
  });

  test("draws a picture once for all clients, as early as the first of them gets it", async () => {
    const { requests, finish, started } = queueWith();
    const first = requests(MALLORY, ["m 0", "m 1", "m 2", "mug"]);
    const second = requests(ANNA, ["mug"]);

    await finish("m 0");
    await finish("m 1");
    await finish("mug");

    expect(started).toEqual(["m 0", "m 1", "mug", "m 2"]);
    expect(await Promise.all([first[3], second[0]])).toEqual(["drawn mug", "drawn mug"]);
  });

  test("does not draw what nobody waits for any more", async () => {
    const { request, requests, finish, started } = queueWith();
    const leaving = new AbortController();
    void requests(ANNA, ["a 0"]);
    const left = request("mug", { client: BERT, signal: leaving.signal });
    const shared = request("plate", { client: BERT, signal: leaving.signal });
    void requests(ANNA, ["plate"]);
    leaving.abort();

    await expect(left).rejects.toMatchObject({ code: "MEDIA_BUSY" });
    await expect(shared).rejects.toMatchObject({ code: "MEDIA_BUSY" });
    await finish("a 0");
    expect(started).toEqual(["a 0", "plate"]);
  });

  test("refuses the pictures of a client beyond its share, and says who it was", async () => {
    const { requests, reached } = queueWith({ clientWaitingDrawings: 3 });
    const outcomes = requests(MALLORY, numbered("m", 5));

    expect(await outcomes[4]).toBe("MEDIA_BUSY");
    expect(reached).toEqual(["clientWaitingDrawings mallory"]);
  });

  test("that is full gives room to a client with a shorter line, and to no other", async () => {
    const { requests, finish, started, reached } = queueWith({ waitingDrawings: 4 });
    const many = requests(MALLORY, numbered("m", 5));
    const [anna] = requests(ANNA, ["a 0"]);

    expect(await many[4]).toBe("MEDIA_BUSY");
    const [refused] = requests(MALLORY, ["m 5"]);
    expect(await refused).toBe("MEDIA_BUSY");
    await finish("m 0");
    await finish("m 1");
    await finish("a 0");
    expect(await anna).toBe("drawn a 0");
    expect(started).toContain("a 0");
    expect(reached).toEqual(["waitingDrawings mallory", "waitingDrawings mallory"]);
  });

  test("refuses what has waited too long", async () => {
    const { requests, reached, started } = queueWith({ drawingWaitMs: 100 });
    void requests(ANNA, ["a 0"]);
    const [late] = requests(BERT, ["b 0"]);

    expect(await late).toBe("MEDIA_BUSY");
    expect([started, reached]).toEqual([["a 0"], ["drawingWaitMs bert"]]);
  });

  test("goes on after a drawing that failed", async () => {
    const queue = new DrawingQueue(
      { ...DEFAULT_LIMITS, drawings: 1 },
      { reached: () => undefined },
    );
    const failing = queue.run("broken", patient(), () => Promise.reject(new Error("Broken.")));
    const next = queue.run("mug", patient(), async () => "drawn");

    await expect(failing).rejects.toThrow("Broken.");
    expect(await next).toBe("drawn");
  });
});
