import { isIPv6, type Socket } from "node:net";

/**
 * Who is at the other end of a connection: an IPv4 address, or the network of an IPv6 address,
 * because one customer of a provider has 2^64 of them.
 */
export const peerOf = ({ remoteAddress = "(unknown)" }: Pick<Socket, "remoteAddress">): string => {
  const address = remoteAddress.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(address) ? networkOf(address) : address;
};

const networkOf = (address: string): string => {
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
  return `${groups.slice(0, 4).join(":")}::/64`;
};
