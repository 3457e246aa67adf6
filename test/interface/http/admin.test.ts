import { describe, expect, test } from "vitest";
import { KEY, noteTo, toyServer, type Entry } from "./toy-server.js";

const asking = (headers: Readonly<Record<string, string>>, remoteAddress = "127.0.0.1") => ({
  method: "POST" as const,
  url: "/admin/graphql",
  remoteAddress,
  headers: { "content-type": "application/json", ...headers },
  payload: '{"query":"{ asked { viewer } }"}',
});
const withKey = { authorization: `Bearer ${KEY}` };

describe("the admin API", () => {
  test.each(["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"])(
    "answers the holder of the key from %s",
    async (address) => {
      const server = await toyServer();

      const answer = await server.inject(asking(withKey, address));

      expect(answer.json()).toEqual({ data: { asked: { viewer: "admin-key" } } });
    },
  );

  test.each([
    {},
    { authorization: "Bearer wrong" },
    { authorization: KEY },
    { authorization: `Basic ${KEY}` },
    { authorization: `Bearer ${KEY}x` },
    { authorization: "Bearer " },
  ])("refuses %j with 401", async (headers) => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: noteTo(entries) });

    const answer = await server.inject(asking(headers));

    expect(answer.statusCode).toBe(401);
    expect(answer.headers["www-authenticate"]).toBe('Bearer realm="plinth admin"');
    expect(answer.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED", requestId: expect.any(String) } }],
    });
    expect(entries).toContainEqual(
      expect.objectContaining({ level: "warn", result: "denied", peer: "127.0.0.1" }),
    );
    expect(JSON.stringify(entries)).not.toContain(KEY);
  });

  test.each(["10.0.0.9", "203.0.113.7", "::ffff:10.0.0.9", "fe80::1"])(
    "is closed to %s, even with the key",
    async (address) => {
      const server = await toyServer();

      const answer = await server.inject(asking(withKey, address));

      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({
        errors: [{ extensions: { code: "PERMISSION_DENIED" } }],
      });
    },
  );

  test("whoever claims to be near, is not", async () => {
    const server = await toyServer();

    const answer = await server.inject(
      asking(
        { ...withKey, "x-forwarded-for": "127.0.0.1", forwarded: "for=127.0.0.1" },
        "203.0.113.7",
      ),
    );

    expect(answer.statusCode).toBe(403);
  });

  test("a client behind a trusted proxy on this machine is as far away as it is", async () => {
    const server = await toyServer({ trustProxy: ["127.0.0.1"] });

    const [far, claimed, near] = await Promise.all([
      server.inject(asking({ ...withKey, "x-forwarded-for": "203.0.113.7" })),
      server.inject(asking({ ...withKey, "x-forwarded-for": "127.0.0.1, 203.0.113.7" })),
      server.inject(asking(withKey)),
    ]);

    expect([far.statusCode, claimed.statusCode, near.statusCode]).toEqual([403, 403, 200]);
  });

  test.each(["x-forwarded-for", "x-real-ip", "forwarded"])(
    "a proxy on this machine that is not trusted brings nobody in (%s)",
    async (header) => {
      const server = await toyServer();

      const answer = await server.inject(asking({ ...withKey, [header]: "203.0.113.7" }));

      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain("PLINTH_TRUST_PROXY");
    },
  );

  test("the shop's API gives the key no power", async () => {
    const server = await toyServer();

    const answer = await server.inject({ ...asking(withKey), url: "/graphql" });

    expect(answer.json()).toEqual({ data: { asked: { viewer: "guest" } } });
  });
});
