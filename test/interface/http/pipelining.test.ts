import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { HttpOptions } from "../../../src/interface/http/create-http-server.js";
import { countedLimits, endpoint, toyServer } from "./toy-server.js";

let server: FastifyInstance | undefined;
let gates: (() => void)[] = [];
let client: Socket | undefined;
let isOver = false;
afterEach(async () => {
  client?.destroy();
  isOver = true;
  for (const gate of gates) gate();
  await server?.close();
});

type Facts = Parameters<HttpOptions<never>["shop"]["context"]>[0];

/** A server whose requests wait until they are let go, named by the header Plinth-Market. */
const gated = async (limits: HttpOptions<never>["limits"] = {}, isStopping = () => false) => {
  const begun: (string | undefined)[] = [];
  gates = [];
  isOver = false;
  const toy = await endpoint();
  const counters = countedLimits();
  const context = async (facts: Facts) => {
    begun.push(facts.market);
    if (!isOver) await new Promise<void>((resolve) => gates.push(resolve));
    return toy.context(facts);
  };
  server = await toyServer({
    shop: { ...toy, context },
    limits: { checkEveryMs: 20, ...limits },
    counters,
    isStopping,
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  client = socket;
  const answers: string[] = [];
  socket.setEncoding("utf8").on("data", (text: string) => {
    for (const [, market] of text.matchAll(/"market":"(\w+)"/g)) answers.push(market ?? "");
  });
  return { begun, counters, socket, answers, connections: () => openOn(server) };
};

const openOn = (app: FastifyInstance | undefined): Promise<number> =>
  new Promise((found) => app?.server.getConnections((_error, count) => found(count)));

const ask = (name: string): string =>
  `GET /graphql?query={asked{market}} HTTP/1.1\r\nHost: x\r\nPlinth-Market: ${name}\r\nApollo-Require-Preflight: 1\r\n\r\n`;

const letGo = async (): Promise<void> => {
  await vi.waitFor(() => expect(gates).not.toEqual([]));
  gates.shift()?.();
};

/** Waits until the server has read what was sent before. */
const readAll = async (): Promise<void> => {
  const address = server?.server.address() as AddressInfo;
  const socket = connect(address.port, "127.0.0.1").resume();
  socket.write("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  await once(socket, "close");
};

describe("requests that a client sends before it has the answers", () => {
  test("are not even received when their connection has been closed", async () => {
    const { socket } = await gated({ connectionRequestsWaiting: 3 });
    let received = 0;
    server?.server.on("request", () => (received += 1));

    socket.write(ask("a").repeat(200));
    await vi.waitFor(() => expect(socket.closed).toBe(true));

    expect(received).toBe(5);
  });

  test("are worked on one after the other and answered in their order", async () => {
    const { begun, socket, answers } = await gated();
    socket.write(["a", "b", "c"].map((name) => ask(name)).join(""));
    await vi.waitFor(() => expect(begun).toEqual(["a"]));
    await readAll();
    const first = [...begun];
    await letGo();
    await letGo();
    await letGo();
    await vi.waitFor(() => expect(answers).toHaveLength(3));

    expect([first, begun, answers]).toEqual([["a"], ["a", "b", "c"], ["a", "b", "c"]]);
  });

  test("are worked on by as many at a time as is set", async () => {
    const { begun, socket, answers } = await gated({ connectionRequests: 2 });
    socket.write(["a", "b", "c"].map((name) => ask(name)).join(""));
    await vi.waitFor(() => expect(begun).toEqual(["a", "b"]));
    await readAll();
    const first = [...begun];
    for (let count = 0; count < 3; count += 1) await letGo();
    await vi.waitFor(() => expect(answers).toHaveLength(3));

    expect([first, answers]).toEqual([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
  });

  test("close the connection when more wait than may", async () => {
    const { begun, socket, counters } = await gated({ connectionRequestsWaiting: 2 });
    socket.write(ask("a"));
    await vi.waitFor(() => expect(begun).toEqual(["a"]));
    socket.write(["b", "c", "d", "e"].map((name) => ask(name)).join(""));
    await vi.waitFor(() => expect(socket.closed).toBe(true));
    await letGo();
    await readAll();

    expect(begun).toEqual(["a"]);
    expect(counters.reachedLimits).toEqual([
      ["connectionRequests", "127.0.0.1"],
      ["connectionRequests", "127.0.0.1"],
      ["connectionRequestsWaiting", "127.0.0.1"],
    ]);
  });

  test("are not begun when the client has gone", async () => {
    const { begun, socket, connections } = await gated();
    socket.write(["a", "b"].map((name) => ask(name)).join(""));
    await vi.waitFor(() => expect(begun).toEqual(["a"]));
    await readAll();
    socket.destroy();
    await vi.waitFor(async () => expect(await connections()).toBe(0));
    await letGo();
    await readAll();

    expect(begun).toEqual(["a"]);
  });

  test("are not begun after an answer that ends the connection", async () => {
    const { begun, socket, answers } = await gated({}, () => true);
    const closed = once(socket, "close");
    socket.write(ask("a") + ask("b"));
    await letGo();
    await closed;
    await readAll();

    expect([begun, answers]).toEqual([["a"], ["a"]]);
  });
});
