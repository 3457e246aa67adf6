import ipaddr from "ipaddr.js";

// A public address of the metadata service of a cloud.
const METADATA: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether an IP address belongs to the open internet: not to this machine, its network, a carrier's
 * network or the metadata service of a cloud, also not in a form of IPv6 (mapped, compatible,
 * NAT64, 6to4, Teredo).
 */
export const isPublicAddress = (address: string): boolean => {
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast" || METADATA.has(parsed.toString())) return false;
  if (!(parsed instanceof ipaddr.IPv6))
    return ipaddr.IPv4.isValidFourPartDecimal(parsed.toString());
  // The open internet of IPv6 is 2000::/3; ::/96 may contain an address of IPv4.
  return ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
};
