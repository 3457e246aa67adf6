import { InvalidKey } from "./errors.js";

const KEY = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** Whether a text may be the key of something, so that it can be looked for. */
export const isKey = (raw: string): boolean => KEY.test(raw);

/** What programs name a market or a price list by. @throws InvalidKey */
export const checkedKey = (raw: string): string => {
  if (!isKey(raw)) throw new InvalidKey(raw);
  return raw;
};
