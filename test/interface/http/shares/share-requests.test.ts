import { connect, type AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { isUsual, type Limits } from "../../../../src/application/shared/limits.js";
import { MemoryBudgets } from "../../../../src/infrastructure/shared/budgets/memory-budgets.js";
import { endpoint, graphqlRequest, KEY, toyServer } from "../toy-server.js";

let server: FastifyInstance | undefined;
let open = (): void => undefined;
afterEach(async () => {
  open();
  await server?.close();
  server = undefined;
});

interface Running {
  readonly server: FastifyInstance;
  /** The requests that are worked on, until `open` is called. */
  readonly working: string[];
  readonly counted: string[];
}

/** A server whose requests are worked on until the test opens the gate. */
const held = async (limits: Partial<Limits> = {}): Promise<Running> => {
  const working: string[] = [];
  const counted: string[] = [];
  const opened = new Promise<void>((resolve) => (open = resolve));
  const toy = await endpoint();
  const context = async (request: Parameters<typeof toy.context>[0]) => {
    working.push(request.client ?? "");
    await opened;
    return toy.context(request);
  };
  const running = await toyServer({
    shop: { ...toy, context },
    trustProxy: ["127.0.0.1"],
    budgets: new MemoryBudgets(),
    limits,
    counters: {
      reached: (limit, who) => void (isUsual(limit) || counted.push(`${limit} ${who ?? ""}`)),
    },
  });
  server = running;
  return { server: running, working, counted };
};

const from = (client: string, query = "{ asked { viewer } }") =>
  graphqlRequest(query, { "x-forwarded-for": client });

describe("a client", () => {
  test("is told what it has, what is left, and when all of it is back", async () => {
    const { server: one } = await held({ clientPoints: 500, machinePoints: 900 });
    open();

    const guest = await one.inject(from("192.0.2.1"));
    const machine = await one.inject({
      ...graphqlRequest("{ asked { viewer } }", { authorization: `Bearer ${KEY}` }),
      url: "/admin/graphql",
    });

    expect(guest.headers).toMatchObject({
      "ratelimit-limit": "500",
      "ratelimit-remaining": "499",
      "ratelimit-reset": "10",
    });
    expect(machine.headers).toMatchObject({ "ratelimit-limit": "900" });
  });

  test("is told nothing when there is no limit", async () => {
    const { server: one } = await held({ clientPoints: Infinity });
    open();

    expect((await one.inject(from("192.0.2.1"))).headers["ratelimit-limit"]).toBeUndefined();
  });

  test("with too many requests is sent away before its body is read, and others are not", async () => {
    const { server: one, working, counted } = await held({ clientRequests: 2 });
    const first = [one.inject(from("192.0.2.1")), one.inject(from("192.0.2.1"))];
    await expect.poll(() => working.length).toBe(2);

    const third = await one.inject(from("192.0.2.1"));
    const other = one.inject(from("192.0.2.2"));
    await expect.poll(() => working.length).toBe(3);
    open();

    expect(third.statusCode).toBe(429);
    expect(third.headers["retry-after"]).toBe("1");
    expect(third.json()).toMatchObject({
      errors: [{ extensions: { code: "RATE_LIMITED", retryAfterMs: 1_000 } }],
    });
    expect((await Promise.all([...first, other])).map(({ statusCode }) => statusCode)).toEqual([
      200, 200, 200,
    ]);
    expect(counted).toEqual(["clientRequests 192.0.2.1"]);
  });

  test("waits while others are worked on, and is sent away when that takes too long", async () => {
    const { server: one, working, counted } = await held({ requestsAtOnce: 1, requestWaitMs: 50 });
    const first = one.inject(from("192.0.2.1"));
    await expect.poll(() => working.length).toBe(1);

    const second = await one.inject(from("192.0.2.2"));
    const health = await one.inject({ url: "/health/ready" });
    open();

    expect(second.statusCode).toBe(503);
    expect(second.headers["retry-after"]).toBe("1");
    expect(second.json()).toMatchObject({
      errors: [{ extensions: { code: "SERVICE_UNAVAILABLE", retryAfterMs: 1_000 } }],
    });
    expect(health.statusCode).toBe(200);
    expect((await first).statusCode).toBe(200);
    expect(working).toEqual(["192.0.2.1"]);
    expect(counted).toEqual(["requestWaitMs 192.0.2.2"]);
  });

  test("waits before its body is parsed when that is long", async () => {
    const { server: one, working } = await held({ requestsAtOnce: 1, requestWaitMs: 50 });
    const first = one.inject(from("192.0.2.1"));
    await expect.poll(() => working.length).toBe(1);

    const long = { ...from("192.0.2.2"), payload: `{${" ".repeat(10_000)}` };
    const second = await one.inject(long);
    const short = await one.inject({ ...from("192.0.2.2"), payload: "{" });
    open();
    await first;

    expect(second.statusCode).toBe(503);
    expect(short.statusCode).toBe(400);
    expect((await one.inject(long)).statusCode).toBe(400);
  });

  test("that goes while it waits is not worked on", async () => {
    const { server: one, working } = await held({ requestsAtOnce: 1 });
    await one.listen({ host: "127.0.0.1", port: 0 });
    const { port } = one.server.address() as AddressInfo;
    const first = one.inject(from("192.0.2.1"));
    await expect.poll(() => working.length).toBe(1);

    const body = '{"query":"{ asked { viewer } }"}';
    const socket = connect(port, "127.0.0.1");
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.2\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const connections = (): Promise<number> =>
      new Promise((count) => one.server.getConnections((_, number) => count(number)));
    await expect.poll(connections).toBe(1);
    socket.destroy();
    await expect.poll(connections).toBe(0);
    open();
    await first;
    await one.inject(from("192.0.2.3"));

    expect(working.filter((client) => client === "192.0.2.2")).toEqual([]);
  });

  test("may send requests for ever, one after the other, also invalid ones", async () => {
    const { server: one } = await held({ clientRequests: 2, requests: 2 });
    open();

    for (let time = 0; time < 20; time++) {
      const answers = await Promise.all([
        one.inject(from("192.0.2.1")),
        one.inject({ ...from("192.0.2.1"), payload: "{" }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 400]);
    }
  });

  test("may send queries by GET, which wait too", async () => {
    const { server: one, working } = await held({ requestsAtOnce: 1, requestWaitMs: 50 });
    const get = {
      url: "/graphql?query={asked{viewer}}",
      headers: { "apollo-require-preflight": "1", "x-forwarded-for": "192.0.2.2" },
    };
    const first = one.inject(from("192.0.2.1"));
    await expect.poll(() => working.length).toBe(1);

    const second = await one.inject(get);
    open();
    await first;

    expect(second.statusCode).toBe(503);
    expect((await one.inject(get)).statusCode).toBe(200);
  });
});
