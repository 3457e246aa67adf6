import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { HttpOptions } from "../../../src/interface/http/create-http-server.js";
import { countedLimits, endpoint, toyServer } from "./toy-server.js";

let server: FastifyInstance | undefined;
let gates: (() => void)[] = [];
let sockets: Socket[] = [];
afterEach(async () => {
  for (const gate of gates) gate();
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await server?.close();
});

const HEALTH = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
const READY = "GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n";
const QUERY =
  "GET /graphql?query={asked{viewer}} HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n\r\n";

/** A server whose GraphQL requests are in progress until they are let go. */
const listening = async (
  limits: HttpOptions<never>["limits"],
  options: Pick<Partial<HttpOptions<never>>, "trustProxy"> = {},
) => {
  gates = [];
  const begun: string[] = [];
  const toy = await endpoint();
  const counters = countedLimits();
  server = await toyServer({
    shop: {
      ...toy,
      context: async (facts) => {
        begun.push(facts.requestId);
        await new Promise<void>((resolve) => gates.push(resolve));
        return toy.context(facts);
      },
    },
    limits: { checkEveryMs: 20, ...limits },
    counters,
    ...options,
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return { port, counters, begun };
};

/** A connection from an address of this machine. */
const connected = async (port: number, address = "127.0.0.1") => {
  const socket = connect({ port, host: "127.0.0.1", localAddress: address });
  sockets.push(socket);
  let received = "";
  socket
    .setEncoding("utf8")
    .on("data", (text: string) => (received += text))
    .on("error", () => undefined);
  await once(socket, "connect");
  return {
    socket,
    received: () => received,
    send: (text: string) => socket.write(text),
    /** Sends a request and waits for its answer. */
    ask: async (text: string) => {
      received = "";
      socket.write(text);
      await vi.waitFor(() => expect(received).toMatch(/\}$/));
      return received;
    },
    closed: () => vi.waitFor(() => expect(socket.closed).toBe(true)),
  };
};

/** A connection that has been answered and is idle. */
const idle = async (port: number, address?: string) => {
  const connection = await connected(port, address);
  await connection.ask(HEALTH);
  return connection;
};

/** Connections with a request in progress. */
const busy = async (port: number, begun: readonly string[], count: number, address?: string) => {
  const many = [];
  for (let index = 0; index < count; index += 1) {
    const connection = await connected(port, address);
    const before = begun.length;
    connection.send(QUERY);
    await vi.waitFor(() => expect(begun).toHaveLength(before + 1));
    many.push(connection);
  }
  return many;
};

const SOME = "127.0.0.1";
const OTHER = "127.0.0.2";

describe("when there are too many connections", () => {
  test("the one that has been idle the longest is closed for a new one", async () => {
    const { port, counters } = await listening({ connections: 3 });
    const [first, second, third] = [await idle(port), await idle(port, OTHER), await idle(port)];
    await first.ask(HEALTH);

    const newcomer = await idle(port);
    await second.closed();

    expect([first, third, newcomer].map(({ socket }) => socket.closed)).toEqual([
      false,
      false,
      false,
    ]);
    expect(counters.reachedLimits).toEqual([["connections", OTHER]]);
  });

  test("one on which nothing was ever sent is closed like any idle one", async () => {
    const { port } = await listening({ connections: 2 });
    const silent = await connected(port);
    const answered = await idle(port);

    await idle(port);
    await silent.closed();

    expect(answered.socket.closed).toBe(false);
  });

  test("an address with too many loses its own, not those of others", async () => {
    const { port, counters } = await listening({ connectionsPerAddress: 2 });
    const others = await idle(port, OTHER);
    const [first, second] = [await idle(port), await idle(port)];

    await idle(port);
    await first.closed();

    expect([others, second].map(({ socket }) => socket.closed)).toEqual([false, false]);
    expect(counters.reachedLimits).toEqual([["connectionsPerAddress", SOME]]);
  });

  test("a trusted proxy may have as many as there are", async () => {
    const { port } = await listening(
      { connectionsPerAddress: 1 },
      { trustProxy: ["127.0.0.0/30"] },
    );
    const [first, second, third] = [await idle(port), await idle(port), await idle(port)];

    const answers = await Promise.all([first, second, third].map(({ ask }) => ask(HEALTH)));

    expect(answers.map((answer) => answer.split(" ")[1])).toEqual(["200", "200", "200"]);
  });

  test("one with a request in progress is not closed, and the next request is refused", async () => {
    const { port, counters, begun } = await listening({ connections: 2 });
    const working = await busy(port, begun, 2);

    const late = await connected(port, OTHER);
    const refusal = await late.ask(QUERY);
    await late.closed();

    expect(working.map(({ socket }) => socket.closed)).toEqual([false, false]);
    expect(refusal).toMatch(/^HTTP\/1\.1 503 /);
    expect(refusal).toContain('"code":"TOO_MANY_CONNECTIONS","retryAfterMs":1000,"requestId"');
    expect(refusal.toLowerCase()).toMatch(/retry-after: 1\r\n/);
    expect(refusal).toContain("The server has too many connections");
    expect(begun).toHaveLength(2);
    expect(counters.reachedLimits).toEqual([["connections", OTHER]]);
  });

  test("an address whose connections are all in use is told so", async () => {
    const { port, begun } = await listening({ connectionsPerAddress: 1 });
    await busy(port, begun, 1);

    const late = await connected(port);

    expect(await late.ask(QUERY)).toContain("Your address has too many connections");
  });

  test.each([
    ["live", HEALTH],
    ["ready", READY],
  ])("the health is answered on a connection beyond: %s", async (status, request) => {
    const { port, begun } = await listening({ connections: 1 });
    await busy(port, begun, 1);

    const probe = await connected(port);
    const answer = await probe.ask(request);
    await probe.closed();

    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain(`{"status":"${status}"}`);
  });

  test("a probe finds a connection although others beyond are held open", async () => {
    const { port, begun, counters } = await listening({ connections: 1, healthConnections: 2 });
    await busy(port, begun, 1);
    const held = [];
    for (let count = 0; count < 4; count += 1) held.push(await connected(port));

    const probe = await connected(port);

    expect(await probe.ask(HEALTH)).toMatch(/^HTTP\/1\.1 200 /);
    expect(counters.reachedLimits).toContainEqual(["healthConnections", SOME]);
  });

  test("room is counted again when connections close", async () => {
    const { port, begun } = await listening({ connections: 1 });
    const [working] = await busy(port, begun, 1);
    working?.socket.destroy();

    await vi.waitFor(async () => {
      const next = await connected(port);
      next.send(QUERY);
      await vi.waitFor(() => expect(begun).toHaveLength(2), { timeout: 200 });
    });

    expect(begun).toHaveLength(2);
  });
});
