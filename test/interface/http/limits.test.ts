import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { HTTP_LIMITS, type HttpLimits } from "../../../src/interface/http/limits.js";
import { countedLimits, endpoint, toyServer } from "./toy-server.js";

let server: FastifyInstance | undefined;
afterEach(() => server?.close());

let counters = countedLimits();
const listening = async (limits: Partial<HttpLimits> = {}): Promise<number> => {
  counters = countedLimits();
  server = await toyServer({ limits: { checkEveryMs: 20, ...limits }, counters });
  await server.listen({ host: "127.0.0.1", port: 0 });
  return (server.server.address() as AddressInfo).port;
};

/** Everything that is received until the server closes the connection. */
const received = async (socket: Socket): Promise<string> => {
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, "close");
  return text;
};

const connected = (port: number, text: string): Socket => {
  const socket = connect(port, "127.0.0.1");
  socket.write(text);
  return socket;
};

describe("the server", () => {
  test("has the limits of the security requirements", () => {
    expect(HTTP_LIMITS).toMatchObject({
      bodyBytes: 262_144,
      headersMs: 10_000,
      requestMs: 15_000,
      idleMs: 75_000,
    });
  });

  test("ends a request whose headers take too long", async () => {
    const port = await listening({ headersMs: 100, requestMs: 5_000 });

    const answer = await received(connected(port, "POST /graphql HTTP/1.1\r\nHost: x\r\n"));

    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');
    expect(counters.reachedLimits).toEqual([["headersMs", "127.0.0.1"]]);
  });

  test("refuses headers and bodies beyond what is set, and says how large they may be", async () => {
    const port = await listening({ headerBytes: 4_096, bodyBytes: 5_120 });

    const headers = await received(
      connected(
        port,
        `GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: ${"x".repeat(5_000)}\r\n\r\n`,
      ),
    );
    const body = await received(
      connected(
        port,
        `POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 6000\r\n\r\n${" ".repeat(6_000)}`,
      ),
    );

    expect(headers).toMatch(/^HTTP\/1\.1 431 /);
    expect(headers).toContain("larger than 4 KiB");
    expect(body).toMatch(/^HTTP\/1\.1 413 /);
    expect(body).toContain("larger than 5 KiB");
    expect(counters.reachedLimits).toEqual([
      ["headerBytes", "127.0.0.1"],
      ["bodyBytes", "127.0.0.1"],
    ]);
  });

  test("closes a connection on which nothing is sent", async () => {
    const port = await listening({ headersMs: 100, requestMs: 100, idleMs: 200 });
    const start = performance.now();

    await received(connect(port, "127.0.0.1"));

    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test("ends a request whose body takes too long", async () => {
    const port = await listening({ headersMs: 100, requestMs: 200 });

    const answer = await received(
      connected(
        port,
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"query"',
      ),
    );

    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("closes an idle connection", async () => {
    const port = await listening({ idleMs: 150 });

    const answer = await received(connected(port, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"));

    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(counters.reachedLimits).toEqual([["idleMs", "127.0.0.1"]]);
  });

  test("refuses connections above the maximum number", async () => {
    const port = await listening({ connections: 3 });
    const sockets = Array.from({ length: 6 }, () =>
      connect(port, "127.0.0.1").on("error", () => undefined),
    );

    await expect
      .poll(() => sockets.filter((socket) => socket.closed).length, { timeout: 10_000 })
      .toBe(3);

    expect(
      sockets.filter(
        (socket) => !socket.destroyed && !socket.closed && socket.readyState === "open",
      ),
    ).toHaveLength(3);
    for (const socket of sockets) socket.destroy();
  });

  test.each([
    [
      "headers over 16 KiB",
      `GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ["an unknown method", "FETCH /graphql HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    [
      "two kinds of length of a body",
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400,
    ],
    [
      "a body with two lengths",
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}",
      400,
    ],
    [
      "a chunk with an invalid size",
      "POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
      400,
    ],
    [
      "a header that continues in the next line",
      "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: a\r\n b\r\n\r\n",
      400,
    ],
    ["lines that end with LF only", "GET /health/live HTTP/1.1\nHost: x\n\n", 400],
    [
      "a header with a NUL in it",
      "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Odd: a\0b\r\n\r\n",
      400,
    ],
    ["no HTTP at all", "\u0016\u0003\u0001 hello\r\n\r\n", 400],
  ])(
    "answers %s with a GraphQL error and headers, and closes the connection",
    async (_name, text, status) => {
      const port = await listening();

      const answer = await received(connected(port, text));

      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(answer).toContain("x-content-type-options: nosniff");
      expect(answer).toMatch(
        /\{"errors":\[\{"message":"[^"]+","extensions":\{"code":"BAD_REQUEST","requestId":"[0-9a-f-]{36}"\}\}\]\}$/,
      );
    },
  );

  test.each([
    "",
    "Host:\r\n",
    "Host: a b[\r\n",
    "Host: %zz\r\n",
    "Host: x\r\nHost: x\r\n",
    "Host: x\r\nhOST: y\r\n",
    "Host: x/admin\r\n",
    "Host: shop@x\r\n",
    "Host: x?a\r\n",
    "Host: x#a\r\n",
    "Host: x\\a\r\n",
    "Host: x:80:81\r\n",
    "Host: x:port\r\n",
    "Host: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n",
  ])(
    "refuses a request without one host and at most one authorization (%j) with a GraphQL error",
    async (host) => {
      const port = await listening();

      const answer = await received(
        connected(
          port,
          `GET /graphql?query={asked{viewer}} HTTP/1.1\r\n${host}Apollo-Require-Preflight: 1\r\nConnection: close\r\n\r\n`,
        ),
      );

      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
      expect(answer).toMatch(
        /\{"errors":\[\{"message":"[^"]+","extensions":\{"code":"BAD_REQUEST","requestId":"[0-9a-f-]{36}"\}\}\]\}$/,
      );
    },
  );

  test.each([
    "x",
    "x:8080",
    "shop.example.com",
    "127.0.0.1:80",
    "[::1]",
    "[::1]:4000",
    "bücher.example",
  ])("answers a request with the host %s", async (host) => {
    const port = await listening();

    const answer = await received(
      connected(
        port,
        `GET /health/live HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer a\r\nConnection: close\r\n\r\n`,
      ),
    );

    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("refuses a host with a path from a trusted proxy", async () => {
    server = await toyServer({ trustProxy: ["127.0.0.1"] });

    const answers = await Promise.all(
      ["x/admin", "shop@x", "x"].map(async (host) =>
        server?.inject({
          method: "GET",
          url: "/health/live",
          headers: { "x-forwarded-host": host },
        }),
      ),
    );

    expect(answers.map((answer) => answer?.statusCode)).toEqual([400, 400, 200]);
  });

  const POST =
    'Content-Type: application/json\r\nContent-Length: 32\r\nConnection: close\r\n\r\n{"query":"{ asked { viewer } }"}';
  test.each([
    ["HTTP/1.0, which has no hosts", `POST /graphql HTTP/1.0\r\n${POST}`],
    ["an unknown expectation", `POST /graphql HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n${POST}`],
  ])("answers a request with %s as usual", async (_name, text) => {
    const port = await listening();

    expect(await received(connected(port, text))).toContain(
      '{"data":{"asked":{"viewer":"guest"}}}',
    );
  });

  test("does not echo a TRACE request", async () => {
    const port = await listening();

    const answer = await received(
      connected(
        port,
        "TRACE /graphql HTTP/1.1\r\nHost: x\r\nX-Echo: hunter2\r\nConnection: close\r\n\r\n",
      ),
    );

    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).not.toContain("hunter2");
  });

  test("closes connections after their answers before a stop, so that the stop breaks no request", async () => {
    let isStopping = false;
    server = await toyServer({ isStopping: () => isStopping });
    const before = await server.inject({ method: "GET", url: "/health/live" });
    isStopping = true;

    const answers = await Promise.all(
      ["/health/live", "/nowhere"].map(async (url) => server?.inject({ method: "GET", url })),
    );

    expect(before.headers.connection).not.toBe("close");
    expect(answers.map((answer) => answer?.headers.connection)).toEqual(["close", "close"]);
  });

  test("answers running requests before it stops", async () => {
    const port = await listening();
    const running = fetch(`http://127.0.0.1:${port}/graphql?query={slow(ms:300)}`, {
      headers: { "apollo-require-preflight": "1" },
    });
    if (server) await once(server.server, "request");

    const [answer] = await Promise.all([running, server?.close()]);

    expect(await answer.json()).toEqual({ data: { slow: 300 } });
    server = undefined;
  });

  test("finishes what it has begun before it stops, also when the client has gone", async () => {
    const happened: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const toy = await endpoint();
    const context = async (request: Parameters<typeof toy.context>[0]) => {
      happened.push("begun");
      await gate;
      happened.push("done");
      return toy.context(request);
    };
    const stopping = await toyServer({ shop: { ...toy, context } });
    await stopping.listen({ host: "127.0.0.1", port: 0 });
    const { port } = stopping.server.address() as AddressInfo;
    const client = connected(
      port,
      "GET /graphql?query={slow(ms:1)} HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n\r\n",
    );
    await vi.waitFor(() => expect(happened).toEqual(["begun"]));
    client.destroy();
    const stopped = stopping.close().then(() => happened.push("stopped"));
    await once(stopping.server, "close");
    await setTimeout(50);
    open();
    await stopped;

    expect(happened).toEqual(["begun", "done", "stopped"]);
  });
});
