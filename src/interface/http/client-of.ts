import { isIPv4, isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";
import ipaddr from "ipaddr.js";

/**
 * Who sends a request, for limits and logs: the address that trusted proxies report. An IPv6
 * network of /64 is one client, because each customer has one at least.
 */
export const clientOf = ({ ip, socket }: ClientFacts): string =>
  clientAt(ip) ?? clientAt(socket.remoteAddress ?? "") ?? UNKNOWN;

/** The client of an address, or null for what is not an address. */
export const clientAt = (address: string): string | null => {
  if (isIPv4(address)) return address;
  const bare = WITH_PORT.exec(address)?.slice(1).find(Boolean) ?? address;
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return null;
  const parsed = ipaddr.IPv6.parse(bare);
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address().toString() : networkOf(parsed);
};

// A proxy may hand on something else than an address. Its clients then share one identity.
type ClientFacts = Pick<FastifyRequest, "ip"> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

const UNKNOWN = "(unknown)";

// Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711.
const WITH_PORT = /^(?:([\d.]+):\d{1,5}|\[([^\]]*)\](?::\d{1,5})?)$/;

const networkOf = ({ parts }: ipaddr.IPv6): string =>
  `${parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
