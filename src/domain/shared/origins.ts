/**
 * Origins of storefronts, such as `https://www.example.com`; `*` is every origin, and the entry
 * `loopback` is every origin on the machine of the browser.
 */
export type Origins = "*" | readonly string[];

export const LOOPBACK_ORIGINS = "loopback";

export const includesOrigin = (origins: Origins, origin: string): boolean =>
  origins === "*" ||
  (origin !== LOOPBACK_ORIGINS && origins.includes(origin)) ||
  (origins.includes(LOOPBACK_ORIGINS) && LOOPBACK.test(origin));

// Browsers resolve `localhost` and names that end with it to the machine itself. A URL has the
// numbers of an address in decimals: the origin of http://127.1/ is http://127.0.0.1.
const LOOPBACK =
  /^https?:\/\/(?:(?:[a-z\d-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;
