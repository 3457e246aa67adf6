import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { buyerAddresses } from "../../../examples/storefront/server/buyer-address.mjs";

/** The buyer of a request that came from an address with this X-Forwarded-For. */
const buyer = (setting: string, remoteAddress: string, forwarded?: string): string =>
  buyerAddresses(setting)({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress } as IncomingMessage["socket"],
  });

describe("the buyer whom the example storefront tells Plinth", () => {
  test("is who is connected, whatever they say, unless that is a trusted proxy", () => {
    expect(buyer("off", "192.0.2.1", "203.0.113.7")).toBe("192.0.2.1");
    expect(buyer("10.0.0.0/8", "192.0.2.1", "203.0.113.7")).toBe("192.0.2.1");
  });

  test("is the last one before all trusted proxies", () => {
    expect(buyer("10.0.0.0/8", "10.0.0.1", "198.51.100.1, 203.0.113.7, 10.1.2.3")).toBe(
      "203.0.113.7",
    );
    expect(buyer("10.0.0.0/8,::1", "::1", "203.0.113.7, 10.1.2.3")).toBe("203.0.113.7");
    expect(buyer("10.0.0.0/8", "::ffff:10.0.0.1", "::ffff:203.0.113.7")).toBe("203.0.113.7");
  });

  test("is the proxy where it names nobody", () => {
    expect(buyer("10.0.0.0/8", "10.0.0.1")).toBe("10.0.0.1");
    expect(buyer("10.0.0.0/8", "10.0.0.1", "unknown")).toBe("10.0.0.1");
  });

  test("cannot be told from a setting that is none", () => {
    for (const setting of ["10.0.0.0/33", "10.0.0.0/0", "10.0.0.0/8/8", "proxy", "10.0.0.1,"])
      expect(() => buyerAddresses(setting)).toThrow("SHOP_TRUST_PROXY contains");
  });
});
