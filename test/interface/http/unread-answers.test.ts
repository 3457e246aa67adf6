import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { HttpOptions } from "../../../src/interface/http/create-http-server.js";
import { countedLimits, endpoint, toyServer } from "./toy-server.js";

/** More than the system takes for a client that does not read. */
const LARGE = "x".repeat(16 * 2 ** 20);
const QUERY =
  "GET /graphql?query={asked{viewer}} HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n\r\n";
const ONE = QUERY.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");

let server: FastifyInstance | undefined;
let sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await server?.close();
});

/** A server whose answers are large. */
const listening = async (
  limits: HttpOptions<never>["limits"],
  { viewer = LARGE, before = async (): Promise<void> => undefined } = {},
) => {
  const toy = await endpoint();
  const counters = countedLimits();
  let begun = 0;
  server = await toyServer({
    shop: {
      ...toy,
      context: async (facts) => {
        begun += 1;
        await before();
        return { ...(await toy.context(facts)), viewer };
      },
    },
    limits: { checkEveryMs: 20, ...limits },
    counters,
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return { port, counters, begun: () => begun };
};

const connected = (port: number, text: string, localAddress = "127.0.0.1"): Socket => {
  const socket = connect({ port, host: "127.0.0.1", localAddress }).on("error", () => undefined);
  sockets.push(socket);
  socket.write(text);
  return socket;
};

/** A client that reads the beginning of an answer, and nothing more. */
const stuck = async (port: number, text = QUERY, localAddress?: string): Promise<Socket> => {
  const socket = connected(port, text, localAddress);
  await once(socket, "data");
  return socket.pause();
};

const open = (): Promise<number> =>
  new Promise((found) => server?.server.getConnections((_error, count) => found(count)));

const bytesUntilClosed = async (socket: Socket): Promise<number> => {
  let bytes = 0;
  socket.on("data", (piece: Buffer) => (bytes += piece.length));
  await once(socket, "close");
  return bytes;
};

describe("an answer that a client does not read", () => {
  test("is given up when nothing of it moves", async () => {
    const { port, counters } = await listening({ answerStallMs: 100 });
    await stuck(port);

    await vi.waitFor(async () => expect(await open()).toBe(0), { timeout: 20_000 });

    expect(counters.reachedLimits).toEqual([["answerStallMs", "127.0.0.1"]]);
  });

  test("is not given up while some of it is read, however slowly", async () => {
    const { port, counters } = await listening({ answerStallMs: 1_500 });
    const socket = await stuck(port, ONE);
    const start = performance.now();
    let bytes = 0;
    socket.on("data", (piece: Buffer) => {
      bytes += piece.length;
      socket.pause();
    });
    const reading = setInterval(() => socket.resume(), 12);
    await once(socket, "close");
    clearInterval(reading);

    expect(performance.now() - start).toBeGreaterThan(3_000);
    expect(bytes).toBeGreaterThan(LARGE.length - 2 ** 20);
    expect(counters.reachedLimits.map(([limit]) => limit)).not.toContain("answerStallMs");
  });

  test("keeps the next request of its connection from being begun", async () => {
    const { port, begun } = await listening({});
    await stuck(port, QUERY.repeat(3));
    const other = connected(port, ONE);
    await bytesUntilClosed(other);

    expect(begun()).toBe(2);
  });

  test("is given up when such answers need too much memory, the oldest first", async () => {
    const { port, counters } = await listening({ unsentMib: 34 });
    await stuck(port, QUERY, "127.0.0.2");
    await stuck(port, QUERY, "127.0.0.3");

    const reader = connected(port, ONE);

    expect(await bytesUntilClosed(reader)).toBeGreaterThan(LARGE.length);
    expect(counters.reachedLimits).toEqual([["unsentMib", "127.0.0.2"]]);
  });

  test("does not count when it has been read", async () => {
    const { port, counters } = await listening({ unsentMib: 34 });
    for (let count = 0; count < 3; count += 1) await bytesUntilClosed(connected(port, ONE));

    expect(counters.reachedLimits).toEqual([]);
  });
});

test("a request that is worked on for longer than an answer may rest is answered", async () => {
  const { port, counters } = await listening(
    { answerStallMs: 20 },
    { viewer: "somebody", before: () => sleep(400) },
  );

  const bytes = await bytesUntilClosed(connected(port, ONE));

  expect(bytes).toBeGreaterThan(0);
  expect(counters.reachedLimits).toEqual([]);
});
