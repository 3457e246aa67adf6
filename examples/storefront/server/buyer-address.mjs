// Who stands behind a request: for the limits and the log of Plinth, which gets the address with each request.
import { BlockList, isIP } from "node:net";

/** What says an address of IPv4 as IPv6 says it as IPv4 does. */
const plain = (address) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

const familyOf = (address) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/**
 * @param setting `off`, or addresses and networks of proxies, separated by commas
 * @returns finds the address of the buyer: the last one in X-Forwarded-For that no trusted proxy has. What others
 * say about themselves is not believed.
 * @throws an error that says what is wrong with the setting
 */
export const buyerAddresses = (setting = "off") => {
  const proxies = trusted(setting.trim() === "off" ? [] : setting.split(","));
  return (request) => {
    const said = String(request.headers["x-forwarded-for"] ?? "").split(",");
    let address = plain(request.socket.remoteAddress ?? "");
    while (isIP(address) > 0 && proxies.check(address, familyOf(address))) {
      const before = plain(said.pop() ?? "");
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
};

const trusted = (networks) => {
  const list = new BlockList();
  for (const network of networks.map((text) => text.trim())) {
    const [address, bits, ...rest] = network.split("/");
    const most = isIP(address) === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : Number(bits);
    if (
      isIP(address) === 0 ||
      rest.length > 0 ||
      !(Number.isInteger(prefix) && prefix > 0 && prefix <= most)
    )
      throw new Error(
        `SHOP_TRUST_PROXY contains "${network}": write off, or addresses and networks such as 10.0.0.2,10.1.0.0/16.`,
      );
    list.addSubnet(address, prefix, familyOf(address));
  }
  return list;
};
