import { InvalidKey } from "./errors.js";

/** The key of a market or a price list: the name that programs use for it. @throws InvalidKey */
export const checkedKey = (raw: string): string => {
  if (!isKey(raw)) throw new InvalidKey(raw);
  return raw;
};

const KEY = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** Whether a text has the form of a key. */
export const isKey = (raw: string): boolean => KEY.test(raw);
