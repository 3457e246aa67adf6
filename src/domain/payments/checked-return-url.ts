import { includesOrigin, type Origins } from "../shared/origins.js";
import { InvalidReturnUrl } from "./errors.js";

/** Where buyers may come back to from a page of a gateway. */
export type ReturnOrigins = Origins;

const MAX_URL = 2_048;

/**
 * Where a buyer comes back to, in its normal form. Only the pages of the storefronts of the shop: the
 * page of a gateway, which buyers trust, must not lead anywhere else.
 * @throws InvalidReturnUrl
 */
export const checkedReturnUrl = (raw: string, origins: ReturnOrigins): string => {
  const url = raw.length <= MAX_URL && URL.canParse(raw) ? new URL(raw) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new InvalidReturnUrl("Send a whole https URL without a user name.");
  if (!includesOrigin(origins, url.origin))
    throw new InvalidReturnUrl(`The shop has no storefront at ${url.origin.slice(0, 120)}.`);
  return url.href;
};
