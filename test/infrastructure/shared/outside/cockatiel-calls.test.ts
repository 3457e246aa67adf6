import { describe, expect, test } from "vitest";
import {
  DEFAULT_LIMITS,
  type LimitName,
  type Limits,
} from "../../../../src/application/shared/limits.js";
import { CallEnded, type OutsideCall } from "../../../../src/application/shared/outside-calls.js";
import { CockatielCalls } from "../../../../src/infrastructure/shared/outside/cockatiel-calls.js";
import { collectedLog } from "../../../fakes/collected-log.js";

const open = (limits: Partial<Limits> = {}) => {
  const log = collectedLog();
  const reached: LimitName[] = [];
  const counters = { reached: (limit: LimitName) => void reached.push(limit) };
  const calls = new CockatielCalls({ ...DEFAULT_LIMITS, ...limits }, log, counters);
  const call = <Answer>(
    send: OutsideCall<Answer>["send"],
    more: Partial<OutsideCall<Answer>> = {},
  ) => calls.call({ service: "dhl", deadlineMs: 2_000, send, ...more });
  return { calls, call, log, reached };
};

const DOWN = new Error("503");
const down = (): Promise<never> => Promise.reject(DOWN);
const never = (): Promise<never> => new Promise(() => undefined);
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const ended = (end: string, wasSent: boolean) => expect.objectContaining({ end, wasSent });

describe("calls to services outside", () => {
  test("give what the service answers, and throw what it throws", async () => {
    const { call, calls } = open();

    expect(await call(async () => 4)).toBe(4);
    await expect(call(down)).rejects.toBe(DOWN);
    expect(calls.health()).toMatchObject([
      { service: "dhl", state: "CLOSED", running: 0, waiting: 0 },
    ]);
  });

  test("end at their deadline, also when the service does not heed the signal", async () => {
    const { call } = open();
    let isAborted = false;

    const late = call(
      (signal) => {
        signal.addEventListener("abort", () => (isAborted = true));
        return never();
      },
      { deadlineMs: 10 },
    );

    await expect(late).rejects.toEqual(ended("TIMED_OUT", true));
    await expect(late).rejects.toBeInstanceOf(CallEnded);
    expect(isAborted).toBe(true);
  });

  test("are sent again only after errors of which the caller says so, and twice at most", async () => {
    const { call } = open({ outsideFailures: 99 });
    let sent = 0;
    const count = async (): Promise<never> => {
      sent += 1;
      throw DOWN;
    };

    await expect(call(count)).rejects.toBe(DOWN);
    expect(sent).toBe(1);
    await expect(call(count, { mayRepeat: () => false })).rejects.toBe(DOWN);
    expect(sent).toBe(2);
    await expect(call(count, { mayRepeat: (error) => error === DOWN })).rejects.toBe(DOWN);
    expect(sent).toBe(5);
  });

  test("are repeated until one succeeds", async () => {
    const { call } = open();
    let sent = 0;

    const answer = call(async () => ((sent += 1) < 3 ? down() : "ok"), { mayRepeat: () => true });

    expect(await answer).toBe("ok");
    expect(sent).toBe(3);
  });

  test("are not repeated beyond a tenth of all calls when a service fails for long", async () => {
    const { call } = open({ outsideFailures: 1_000 });
    let sent = 0;
    const failing = async (): Promise<never> => {
      sent += 1;
      throw DOWN;
    };
    await Promise.allSettled(
      Array.from({ length: 32 }, () => call(failing, { mayRepeat: () => true })),
    );

    // Ten that are saved up, and what the calls themselves allow.
    expect(sent).toBeGreaterThanOrEqual(32 + 10);
    expect(sent).toBeLessThanOrEqual(32 + 10 + 3);
  });

  test("leave a service alone after failures in a row, then one tries, then all go on", async () => {
    const { call, calls, log, reached } = open({ outsideFailures: 2, outsidePauseMs: 30 });
    let sent = 0;
    const send = (answer: () => Promise<unknown>) => call(() => (sent++, answer()));
    for (const _ of [1, 2]) await expect(send(down)).rejects.toBe(DOWN);
    await expect(send(down)).rejects.toEqual(ended("LEFT_ALONE", false));
    expect([sent, calls.health()[0]?.state]).toEqual([2, "OPEN"]);

    await pause(40);
    let reply: (answer: string) => void = () => undefined;
    const tried = send(() => new Promise((resolve) => (reply = resolve)));
    await expect.poll(() => sent).toBe(3);
    await expect(send(down)).rejects.toEqual(ended("LEFT_ALONE", false));
    reply("back");

    expect([await tried, await send(async () => "again")]).toEqual(["back", "again"]);
    expect(sent).toBe(4);
    expect(log.lines.map(({ level, message, facts }) => [level, message, facts.service])).toEqual([
      ["error", "A service outside fails. It is left alone for a while.", "dhl"],
      ["info", "A service outside is tried again, by one call.", "dhl"],
      ["info", "A service outside answers again.", "dhl"],
    ]);
    expect(log.lines[0]?.facts.error).toBe(DOWN);
    expect(reached).toEqual(["outsideFailures", "outsidePauseMs", "outsidePauseMs"]);
  });

  test("do not count refusals as failures, but count deadlines", async () => {
    const { call, calls } = open({ outsideFailures: 2 });
    for (const _ of [1, 2, 3])
      await expect(call(down, { isOutage: () => false })).rejects.toBe(DOWN);
    expect(calls.health()[0]?.state).toBe("CLOSED");
    for (const _ of [1, 2])
      await expect(call(never, { deadlineMs: 5, isOutage: () => false })).rejects.toThrow(
        "TIMED_OUT",
      );

    expect(calls.health()[0]?.state).toBe("OPEN");
  });

  test("keep services apart", async () => {
    const { call, calls } = open({ outsideFailures: 1 });
    await expect(call(down)).rejects.toBe(DOWN);

    expect(await call(async () => 1, { service: "ups" })).toBe(1);
    expect(calls.health().map(({ service, state }) => `${service} ${state}`)).toEqual([
      "dhl OPEN",
      "ups CLOSED",
    ]);
  });

  test("run few at once, a bounded number waits, others are refused", async () => {
    const { call, calls, reached } = open({ outsideCalls: 2, outsideWaiting: 1 });
    let release: () => void = () => undefined;
    const open2 = new Promise<void>((resolve) => (release = resolve));
    let running = 0;
    const send = () => call(() => (running++, open2));
    const accepted = [send(), send(), send()];
    await expect(send()).rejects.toEqual(ended("TOO_MANY", false));

    expect([running, calls.health()[0]]).toEqual([
      2,
      expect.objectContaining({ running: 2, waiting: 1 }),
    ]);
    release();
    await Promise.all(accepted);
    expect(running).toBe(3);
    expect(reached).toEqual(["outsideCalls", "outsideWaiting"]);
  });

  test("that wait end at their deadline without being sent", async () => {
    const { call } = open({ outsideCalls: 1 });
    let sent = 0;
    const first = call(() => (sent++, never()), { deadlineMs: 40 });
    const second = call(() => (sent++, never()), { deadlineMs: 10 });

    await expect(second).rejects.toEqual(ended("TIMED_OUT", false));
    await expect(first).rejects.toEqual(ended("TIMED_OUT", true));
    await pause(20);
    expect(sent).toBe(1);
  });

  test("end when the caller leaves or the process stops, which no service is blamed for", async () => {
    const { call, calls } = open({ outsideFailures: 1 });
    const caller = new AbortController();
    const left = call(never, { signal: caller.signal });
    const stopped = call(never);
    caller.abort();
    await expect(left).rejects.toEqual(ended("ABORTED", true));
    expect(calls.health()[0]).toMatchObject({ state: "CLOSED", running: 1 });

    calls.stop();

    await expect(stopped).rejects.toEqual(ended("ABORTED", true));
    await expect(call(async () => 1)).rejects.toEqual(ended("ABORTED", false));
  });

  test("tell the failure, not that a service is left alone since, when a repetition is refused", async () => {
    const { call } = open({ outsideFailures: 1 });

    await expect(call(down, { mayRepeat: () => true })).rejects.toBe(DOWN);
  });

  test("leave it open whether a service is back when the one that tries is ended", async () => {
    const { call, calls } = open({ outsideFailures: 1, outsidePauseMs: 10 });
    await expect(call(down)).rejects.toBe(DOWN);
    await pause(15);
    const caller = new AbortController();
    const tried = call(never, { signal: caller.signal });
    await expect.poll(() => calls.health()[0]?.state).toBe("HALF_OPEN");
    caller.abort();

    await expect(tried).rejects.toEqual(ended("ABORTED", true));
    await expect.poll(() => calls.health()[0]?.state).toBe("OPEN");
  });
});
