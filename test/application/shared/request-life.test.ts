import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RequestEnded, RequestLife } from "../../../src/application/shared/request-life.js";
import { TimeLimit } from "../../../src/application/shared/time-limit.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { Batcher } from "../../../src/interface/graphql/execution/batcher.js";

const never = new Promise<never>(() => undefined);

describe("the life of a request", () => {
  test("ends once, and its listeners hear the first reason", () => {
    const life = new RequestLife();
    const heard: string[] = [];
    life.onEnd((reason) => heard.push(reason));
    const forget = life.onEnd(() => heard.push("forgotten"));
    forget();

    life.end("client-gone");
    life.end("deadline");
    life.onEnd((reason) => heard.push(`late ${reason}`));

    expect(heard).toEqual(["client-gone", "late client-gone"]);
    expect([life.isOver, life.reason]).toEqual([true, "client-gone"]);
  });

  test("ends work that never returns, as an outage that is safe to try again", async () => {
    const life = new RequestLife();
    const work = life.until(never);
    life.end("deadline");

    await expect(work).rejects.toThrow(RequestEnded);
    await expect(life.until(never)).rejects.toThrow(StoreUnavailable);
  });

  test("passes results and errors on while it lasts", async () => {
    const life = new RequestLife();

    await expect(life.until(Promise.resolve("mug"))).resolves.toBe("mug");
    await expect(life.until(Promise.reject(new RangeError("no")))).rejects.toThrow(RangeError);
  });

  test("begins no read after its end", async () => {
    const life = new RequestLife();
    const batch = new Batcher(life);
    let reads = 0;
    const read = async (ids: readonly string[]) => {
      reads += 1;
      return new Map(ids.map((id) => [id, "mug"]));
    };
    expect(await batch.load(["product"], "one", read)).toBe("mug");
    life.end("client-gone");

    await expect(batch.load(["product"], "two", read)).rejects.toThrow(RequestEnded);
    await expect(
      batch.loadTogether("stock", { ids: ["two"], fields: new Set<string>() }, read),
    ).rejects.toThrow(RequestEnded);
    expect(reads).toBe(1);
  });
});

describe("one limit for many", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("ends each after its own time, and only those that last", () => {
    const over: string[] = [];
    const limit = new TimeLimit<{ readonly name: string }>(100, ({ name }) => over.push(name));
    const [first, second, third] = [{ name: "first" }, { name: "second" }, { name: "third" }];
    limit.begin(first);
    vi.advanceTimersByTime(60);
    limit.begin(second);
    limit.begin(third);
    expect(limit.end(second)).toBe(true);

    vi.advanceTimersByTime(45);
    expect(over).toEqual(["first"]);
    vi.advanceTimersByTime(60);
    expect(over).toEqual(["first", "third"]);
    expect(limit.end(third)).toBe(false);
  });

  test("needs one timer at a time, and none when nothing lasts", () => {
    const limit = new TimeLimit<object>(100, () => undefined);
    for (let count = 0; count < 1_000; count++) limit.begin({});

    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(110);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that is switched off ends nothing", () => {
    const limit = new TimeLimit<object>(Infinity, () => expect.unreachable());
    limit.begin({});

    vi.advanceTimersByTime(1_000_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
