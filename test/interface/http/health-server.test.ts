import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { noLimitCounters } from "../../../src/application/shared/limit-counters.js";
import { createHealthServer } from "../../../src/interface/http/create-health-server.js";
import { HTTP_LIMITS } from "../../../src/interface/http/limits.js";
import { KEY, logTo } from "./toy-server.js";

let server: FastifyInstance | undefined;
afterEach(() => server?.close());

const BROKEN = { service: "sandbox", state: "OPEN", running: 0, waiting: 0 } as const;

const healthServer = async (isReady = true): Promise<FastifyInstance> =>
  (server = await createHealthServer({
    isReady: async () => isReady,
    outside: () => [{ ...BROKEN, since: new Date(0) }],
    adminKey: { id: "key_toy", matches: (presented) => presented === KEY },
    counters: noLimitCounters,
    log: logTo([]),
  }));

describe("the server of the health", () => {
  test.each([
    ["/health/live", 200, { status: "live" }],
    ["/health/ready", 503, { status: "unavailable" }],
  ])("answers %s and closes the connection", async (url, status, body) => {
    const answer = await (await healthServer(false)).inject({ method: "GET", url });

    expect([answer.statusCode, answer.json()]).toEqual([status, body]);
    expect(answer.headers.connection).toBe("close");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  test("tells how services outside are doing to who holds the admin key", async () => {
    const health = await healthServer();
    const ready = async (headers: Readonly<Record<string, string>>) =>
      (await health.inject({ method: "GET", url: "/health/ready", headers })).json();

    expect(await ready({ authorization: `Bearer ${KEY}` })).toEqual({
      status: "ready",
      outside: [{ ...BROKEN, since: "1970-01-01T00:00:00.000Z" }],
    });
    expect(await ready({})).toEqual({ status: "ready" });
    expect(await ready({ authorization: "Bearer wrong" })).toEqual({ status: "ready" });
  });

  test.each(["/", "/graphql", "/admin/graphql", "/media/mug.webp", "/playground"])(
    "answers nothing else: %s",
    async (url) => {
      const answer = await (await healthServer()).inject({ method: "GET", url });

      expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([
        404,
        "NOT_FOUND",
      ]);
    },
  );

  test("answers although others hold all its connections open", async () => {
    const app = await healthServer();
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const held = [];
    for (let count = 0; count < HTTP_LIMITS.healthConnections * 3; count += 1) {
      const socket = connect(port, "127.0.0.1").on("error", () => undefined);
      await once(socket, "connect");
      held.push(socket);
    }

    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);

    expect(await answer.json()).toEqual({ status: "ready" });
    for (const socket of held) socket.destroy();
  });
});
