import { describe, expect, test } from "vitest";
import { KEY, logTo, toyServer, type Entry } from "./toy-server.js";

const adminRequest = (headers: Readonly<Record<string, string>>, remoteAddress = "127.0.0.1") => ({
  method: "POST" as const,
  url: "/admin/graphql",
  remoteAddress,
  headers: { "content-type": "application/json", ...headers },
  payload: '{"query":"{ asked { viewer } }"}',
});
const withKey = { authorization: `Bearer ${KEY}` };

describe("the admin API", () => {
  test.each(["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"])(
    "answers a request with the key from %s",
    async (address) => {
      const server = await toyServer();

      const answer = await server.inject(adminRequest(withKey, address));

      expect(answer.json()).toEqual({ data: { asked: { viewer: "admin-key key_toy" } } });
    },
  );

  test.each([
    {},
    { authorization: "Bearer wrong" },
    { authorization: KEY },
    { authorization: `Basic ${KEY}` },
    { authorization: `Bearer ${KEY}x` },
    { authorization: "Bearer " },
  ])("refuses a request with the headers %j with 401", async (headers) => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: logTo(entries) });

    const answer = await server.inject(adminRequest(headers));

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
    "refuses requests from %s, even with the key",
    async (address) => {
      const server = await toyServer();

      const answer = await server.inject(adminRequest(withKey, address));

      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({
        errors: [{ extensions: { code: "PERMISSION_DENIED" } }],
      });
    },
  );

  test("refuses a remote client that claims to be local in its headers", async () => {
    const server = await toyServer();

    const answer = await server.inject(
      adminRequest(
        { ...withKey, "x-forwarded-for": "127.0.0.1", forwarded: "for=127.0.0.1" },
        "203.0.113.7",
      ),
    );

    expect(answer.statusCode).toBe(403);
  });

  test("uses the address of the client when a trusted proxy on this machine forwards its request", async () => {
    const server = await toyServer({ trustProxy: ["127.0.0.1"] });

    const [remote, forged, local] = await Promise.all([
      server.inject(adminRequest({ ...withKey, "x-forwarded-for": "203.0.113.7" })),
      server.inject(adminRequest({ ...withKey, "x-forwarded-for": "127.0.0.1, 203.0.113.7" })),
      server.inject(adminRequest(withKey)),
    ]);

    expect([remote.statusCode, forged.statusCode, local.statusCode]).toEqual([403, 403, 200]);
  });

  test.each(["x-forwarded-for", "x-real-ip", "forwarded"])(
    "refuses requests through a proxy on this machine that is not trusted (%s)",
    async (header) => {
      const server = await toyServer();

      const answer = await server.inject(adminRequest({ ...withKey, [header]: "203.0.113.7" }));

      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain("PLINTH_TRUST_PROXY");
    },
  );

  test("is not opened by sending the key to the shop API", async () => {
    const server = await toyServer();

    const answer = await server.inject({ ...adminRequest(withKey), url: "/graphql" });

    expect(answer.json()).toEqual({ data: { asked: { viewer: "guest" } } });
  });
});
