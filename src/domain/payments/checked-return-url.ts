import { includesOrigin, type Origins } from "../shared/origins.js";
import { InvalidReturnUrl } from "./errors.js";

/** Where buyers may come back to from a page of a gateway. */
export type ReturnOrigins = Origins;

const MAX_URL = 2_048;
/** The place of the secret link of the order. Libraries may have written its braces as codes. */
const PLACEHOLDER = /\{link\}|%7Blink%7D/gi;
/** As long as the link of an order, and in no URL otherwise. */
const SAMPLE = "orderlink_plinthreturnurlplaceholder";

/**
 * Where a buyer comes back to, in its normal form, with `{link}` where the link of the order belongs.
 * Only the pages of the storefronts of the shop: the page of a gateway, which buyers trust, must not
 * lead anywhere else, and the link must not become a part of the host.
 * @throws InvalidReturnUrl
 */
export const checkedReturnUrl = (raw: string, origins: ReturnOrigins): string => {
  const written = raw.replaceAll(PLACEHOLDER, SAMPLE);
  const url = written.length <= MAX_URL && URL.canParse(written) ? new URL(written) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new InvalidReturnUrl("Send a whole https URL without a user name.");
  if (url.host.includes(SAMPLE))
    throw new InvalidReturnUrl("The link of the order may only be behind the host.");
  if (!includesOrigin(origins, url.origin))
    throw new InvalidReturnUrl(`The shop has no storefront at ${url.origin.slice(0, 120)}.`);
  return url.href.replaceAll(SAMPLE, "{link}");
};

export const namesLink = (returnUrl: string): boolean => returnUrl.includes("{link}");

/** The page of one order. */
export const filledReturnUrl = (returnUrl: string, link: string): string =>
  returnUrl.replaceAll("{link}", link);
