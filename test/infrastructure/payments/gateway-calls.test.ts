import { describe, expect, test } from "vitest";
import {
  GatewayError,
  type GatewayFailure,
} from "../../../src/application/payments/ports/payment-gateway.js";
import type { Limits } from "../../../src/application/shared/limits.js";
import type { OutsideCalls } from "../../../src/application/shared/outside-calls.js";
import { GatewayCalls } from "../../../src/infrastructure/payments/gateway-calls.js";
import { wasNotSent } from "../../../src/infrastructure/payments/was-not-sent.js";
import { outsideCalls } from "../../builders/outside-calls.js";
import { countedLimits } from "../../interface/http/toy-server.js";

const failed = (failure: GatewayFailure, reason: string = failure.toLowerCase()): GatewayError =>
  new GatewayError("sandbox", failure, reason);
const failing = (failure: GatewayFailure, reason: string) =>
  expect.objectContaining({ name: "GatewayError", gateway: "sandbox", failure, reason });
const never = (): Promise<never> => new Promise(() => undefined);

const open = (
  gatewayMs = 2_000,
  limits: Partial<Limits> = {},
  shared: OutsideCalls = outsideCalls(limits),
) => {
  const counters = countedLimits();
  const calls = new GatewayCalls("sandbox", {
    calls: shared,
    limits: { gatewayMs },
    counters,
  });
  /** Each sending ends as the next of these says. */
  const sendings = (...ends: readonly (GatewayError | string)[]) => {
    let sent = 0;
    return calls.call(async () => {
      const end = ends[(sent += 1) - 1] ?? "done";
      if (typeof end === "string") return `${end} after ${sent}`;
      throw end;
    });
  };
  return { calls, sendings, counters };
};

describe("calls of payment gateways", () => {
  test("are sent again unless the gateway has refused them", async () => {
    const { sendings } = open();

    expect(await sendings(failed("NOT_SENT"), failed("UNKNOWN"), "done")).toBe("done after 3");
    await expect(sendings(failed("REFUSED", "charge_disputed"), "done")).rejects.toEqual(
      failing("REFUSED", "charge_disputed"),
    );
  });

  test.each([
    [["NOT_SENT", "NOT_SENT", "NOT_SENT"], "NOT_SENT", "not_sent"],
    [["NOT_SENT", "UNKNOWN", "NOT_SENT"], "UNKNOWN", "not_sent"],
    [["UNKNOWN", "NOT_SENT", "NOT_SENT"], "UNKNOWN", "not_sent"],
    [["UNKNOWN", "NOT_SENT", "REFUSED"], "REFUSED", "refused"],
  ] as const)("that ended with %j have the outcome %s", async (ends, failure, reason) => {
    const { sendings } = open();

    await expect(sendings(...ends.map((end) => failed(end)))).rejects.toEqual(
      failing(failure, reason),
    );
  });

  test("may have been done when an answer cannot be read", async () => {
    const { calls } = open();

    await expect(calls.call(() => Promise.reject(new SyntaxError("JSON")))).rejects.toEqual(
      failing("UNKNOWN", "unreadable_answer"),
    );
  });

  test("may have been done when they end at the deadline, which is counted", async () => {
    const { calls, counters } = open(10);
    const late = new Promise((done) => setTimeout(done, 1_000, "late"));

    await expect(Promise.race([calls.call(never), late])).rejects.toEqual(
      failing("UNKNOWN", "timed_out"),
    );
    expect(counters.reachedLimits).toEqual([["gatewayMs", "sandbox"]]);
  });

  test("were not done when the deadline ends before they are sent", async () => {
    const shared = outsideCalls({ outsideCalls: 1 });
    const first = open(100, {}, shared).calls.call(never);

    await expect(open(20, {}, shared).calls.call(never)).rejects.toEqual(
      failing("NOT_SENT", "timed_out"),
    );
    await expect(first).rejects.toEqual(failing("UNKNOWN", "timed_out"));
  });

  test("were not done while the gateway is left alone, or too many wait", async () => {
    const { calls, sendings } = open(100, {
      outsideFailures: 1,
      outsideCalls: 1,
      outsideWaiting: 0,
    });
    const running = calls.call(never);
    await expect(sendings("done")).rejects.toEqual(failing("NOT_SENT", "too_many"));
    await expect(running).rejects.toEqual(failing("UNKNOWN", "timed_out"));

    await expect(sendings("done")).rejects.toEqual(failing("NOT_SENT", "left_alone"));
  });

  test("do not make a gateway be left alone because it refuses", async () => {
    const { sendings } = open(2_000, { outsideFailures: 1 });
    for (const _ of [1, 2]) await expect(sendings(failed("REFUSED"))).rejects.toThrow("REFUSED");

    expect(await sendings("done")).toBe("done after 1");
  });
});

describe("a request that failed", () => {
  const coded = (code: string): Error => Object.assign(new Error(code), { code });
  const caused = (cause: unknown): Error => new TypeError("fetch failed", { cause });

  test.each([
    [coded("ECONNREFUSED"), true],
    [caused(coded("ENOTFOUND")), true],
    [caused(coded("UND_ERR_CONNECT_TIMEOUT")), true],
    [caused(new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")])), true],
    [caused(new AggregateError([coded("ECONNREFUSED"), coded("ECONNRESET")])), false],
    [caused(coded("ECONNRESET")), false],
    [caused(coded("EPIPE")), false],
    [caused(coded("UND_ERR_SOCKET")), false],
    [new Error("other"), false],
    ["text", false],
  ])("was certainly not sent only when no connection was made: %s", (error, expected) => {
    expect(wasNotSent(error)).toBe(expected);
  });
});
