import ipaddr from "ipaddr.js";

/** Public by its number, and yet the metadata service of a cloud. */
const METADATA: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether an IP address belongs to the open internet: not to this machine, this network, a carrier's, a cloud's metadata, nor to
 * one of those in the clothes of IPv6 (mapped, compatible, NAT64, 6to4, Teredo).
 */
export const isPublicAddress = (address: string): boolean => {
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast" || METADATA.has(parsed.toString())) return false;
  if (!(parsed instanceof ipaddr.IPv6))
    return ipaddr.IPv4.isValidFourPartDecimal(parsed.toString());
  // The open internet of IPv6 is 2000::/3; an address of IPv4 may also stand at the end of ::/96.
  return ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
};
