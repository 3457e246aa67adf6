import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAt, clientOf } from "../../../src/interface/http/client-of.js";
import { toyServer } from "./toy-server.js";

describe("a client", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["192.0.2.7:4711", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::1]:4711", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("at %s is %s", (address, client) => {
    expect(clientAt(address)).toBe(client);
  });

  test("has a whole network of IPv6, whatever addresses it uses", () => {
    expect(clientAt("2001:db8:1:2:3:4:5:6")).toBe(clientAt("2001:db8:1:2::7"));
    expect(clientAt("2001:db8:1:2::7")).not.toBe(clientAt("2001:db8:1:3::7"));
  });

  test("is the peer when a proxy hands on something else than an address", () => {
    fc.assert(
      fc.property(fc.string(), (ip) => {
        const client = clientOf({ ip, socket: { remoteAddress: "192.0.2.1" } });
        expect(client).toBe(clientAt(ip) ?? "192.0.2.1");
      }),
    );
  });

  test.each([
    ["without a trusted proxy, whatever it writes", false, "203.0.113.9", "127.0.0.1"],
    ["behind a trusted proxy", ["127.0.0.1"], "203.0.113.9", "203.0.113.9"],
    ["that invents hops", ["127.0.0.1"], "10.0.0.1, 198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["of which the proxy says nothing useful", ["127.0.0.1"], "unknown, _x;\"'", "127.0.0.1"],
    ["of which the proxy says nothing", ["127.0.0.1"], "", "127.0.0.1"],
  ] as const)("is known %s", async (_, trustProxy, forwarded, client) => {
    const server = await toyServer({ trustProxy });
    server.get("/who", async (request) => ({ client: clientOf(request) }));

    const answer = await server.inject({
      url: "/who",
      headers: { "x-forwarded-for": forwarded },
    });

    expect(answer.json()).toEqual({ client });
    await server.close();
  });
});
