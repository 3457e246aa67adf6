import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import type { HttpLimits } from "../../../src/interface/http/limits.js";
import { countedLimits, KEY, toyServer } from "./toy-server.js";

const MIB = 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024, " ");

let server: FastifyInstance | undefined;
afterEach(() => server?.close());

/**
 * Sends a body of this many bytes in a chunked request, and reads only when all is sent, as many
 * clients do.
 */
const post = async (bytes: number, limits: Partial<HttpLimits> = {}, path = "/graphql") => {
  const counters = countedLimits();
  server = await toyServer({ limits, counters });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let error: unknown = null;
  socket.on("error", (problem: NodeJS.ErrnoException) => (error = problem.code));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  let sent = 0;
  for (; sent < bytes && !socket.destroyed; sent += PIECE.length) {
    socket.write(`${PIECE.length.toString(16)}\r\n`);
    socket.write(PIECE);
    if (!socket.write("\r\n")) await drained(socket);
  }
  socket.write("0\r\n\r\n");
  let answer = "";
  socket.on("data", (piece: Buffer) => (answer += piece.toString()));
  if (!socket.closed) {
    await once(socket, "end").catch(() => undefined);
    socket.destroy();
  }
  return { answer, sent, error, reached: counters.reachedLimits.map(([limit]) => limit) };
};

const drained = (socket: Socket): Promise<void> =>
  new Promise((done) => {
    const settle = (): void => {
      socket.off("drain", settle).off("close", settle);
      done();
    };
    socket.on("drain", settle).on("close", settle);
  });

describe("an answer before the end of a request", () => {
  test.each([
    ["/graphql", 5, "REQUEST_TOO_LARGE"],
    ["/graphql", 20, "REQUEST_TOO_LARGE"],
    ["/admin/media", 20, "UPLOAD_TOO_LARGE"],
    ["/nowhere", 20, "REQUEST_TOO_LARGE"],
  ])("reaches a client that sends all before it reads: %s, %i MiB", async (path, mib, code) => {
    const { answer, sent, error } = await post(mib * MIB, {}, path);

    expect([sent / MIB, error]).toEqual([mib, null]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain("connection: close");
    expect(answer).toContain(`"code":"${code}"`);
  });

  test("reaches a client that asks before it sends (Expect: 100-continue), and sends nothing", async () => {
    server = await toyServer({ limits: { unreadMs: 200 } });
    await server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    let answer = "";
    socket.on("data", (piece: Buffer) => (answer += piece.toString()));
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: ${20 * MIB}\r\n\r\n`,
    );
    await once(socket, "end");
    socket.destroy();

    expect(answer).toContain("HTTP/1.1 413 ");
    expect(answer).toContain('"code":"REQUEST_TOO_LARGE"');
  });

  test("makes the server read a limited number of bytes", async () => {
    const { sent, error, reached } = await post(500 * MIB, { unreadBytes: MIB });

    expect(error).toMatch(/^(EPIPE|ECONNRESET)$/);
    expect(sent).toBeLessThan(400 * MIB);
    expect(reached).toEqual(["bodyBytes", "unreadBytes"]);
  });

  test("makes the server read for a limited time", async () => {
    const start = performance.now();
    const counters = countedLimits();
    server = await toyServer({ limits: { unreadMs: 200 }, counters });
    await server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${20 * MIB}\r\n\r\n{`,
    );
    socket.resume();
    await once(socket, "end");

    await expect
      .poll(() => new Promise((found) => server?.server.getConnections((_, n) => found(n))), {
        timeout: 4_000,
      })
      .toBe(0);

    expect(performance.now() - start).toBeLessThan(4_000);
    expect(counters.reachedLimits.at(-1)).toEqual(["unreadMs", "127.0.0.1"]);
    socket.destroy();
  });
});
