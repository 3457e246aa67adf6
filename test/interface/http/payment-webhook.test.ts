import { describe, expect, test } from "vitest";
import type { ReceivedWebhook } from "../../../src/application/payments/webhooks/receive-webhook.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import type { ReceiveWebhook } from "../../../src/interface/http/payment-webhook-route.js";
import { countedLimits, toyServer } from "./toy-server.js";
import { HTTP_LIMITS } from "../../../src/interface/http/limits.js";

const BODY = '{ "id":"evt_1",\t"ä": 1.0 }\n';

const send = async (
  receiveWebhook: ReceiveWebhook,
  { payload = Buffer.from(BODY), headers = {}, gateway = "sandbox" } = {},
  limits: object = {},
) => {
  const counters = countedLimits();
  const server = await toyServer({
    receiveWebhook,
    counters,
    limits: { ...HTTP_LIMITS, ...limits },
  });
  const answer = await server.inject({
    method: "POST",
    url: `/webhooks/payments/${gateway}`,
    headers: { "content-type": "application/json", "sandbox-signature": "t=1,v1=a", ...headers },
    payload,
  });
  return { answer, reached: counters.reachedLimits.map(([limit]) => limit) };
};

describe("the route of payment webhooks", () => {
  test("hands on the bytes as they came, and the headers", async () => {
    const received: ReceivedWebhook[] = [];
    const receive: ReceiveWebhook = async (webhook) => {
      received.push(webhook);
      return "RECEIVED";
    };

    for (const type of ["application/json", "text/plain", "application/x-unknown"])
      await send(receive, { headers: { "content-type": type } });

    for (const { gateway, headers, body } of received)
      expect([gateway, headers["sandbox-signature"], Buffer.from(body).toString()]).toEqual([
        "sandbox",
        "t=1,v1=a",
        BODY,
      ]);
    expect(received).toHaveLength(3);
  });

  test.each([
    ["RECEIVED", 200, '{"received":true}'],
    ["REPEATED", 200, '{"received":true}'],
    ["REFUSED", 400, "BAD_REQUEST"],
    ["NO_GATEWAY", 404, "NOT_FOUND"],
  ] as const)("answers %s with %d", async (outcome, status, text) => {
    const { answer } = await send(async () => outcome);

    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(text);
  });

  test("lets the gateway send it again when it cannot be stored", async () => {
    const { answer } = await send(() => Promise.reject(new StoreUnavailable("down")));

    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "1"]);
    expect(answer.body).not.toContain("down");
  });

  test("tells nothing of an unexpected error", async () => {
    const { answer } = await send(() => Promise.reject(new Error("secret")));

    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("secret");
  });

  test("refuses a body beyond the limit before it is handed on", async () => {
    let calls = 0;
    const receive: ReceiveWebhook = async () => (calls++, "RECEIVED");
    const payload = Buffer.alloc(4_097, 32);
    const { answer, reached } = await send(receive, { payload }, { webhookBytes: 4_096 });

    expect([answer.statusCode, answer.json().errors[0].extensions.code, calls]).toEqual([
      413,
      "REQUEST_TOO_LARGE",
      0,
    ]);
    expect(reached).toContain("webhookBytes");
    expect((await send(receive, { payload: Buffer.alloc(400_000, 32) })).answer.statusCode).toBe(
      200,
    );
  });

  test("shares the server with other requests of the client", async () => {
    const { answer } = await send(async () => "RECEIVED", {}, { clientRequests: 0 });

    expect(answer.statusCode).toBe(429);
  });

  test("answers nothing but POST", async () => {
    const server = await toyServer({});

    expect(
      (await server.inject({ method: "GET", url: "/webhooks/payments/sandbox" })).statusCode,
    ).toBe(404);
  });
});
