import { kindOf } from "./ids.js";
import { InvalidCursor } from "./page.js";

export type CursorKey = string | number;

/**
 * A cursor contains the order of a list and the sort values of an item, the last of which is its
 * id.
 */
export const toCursor = (order: string, keys: readonly CursorKey[]): string =>
  Buffer.from(JSON.stringify([order, ...keys])).toString("base64url");

/**
 * The values of a cursor.
 * @param kinds the type of each value, so that nothing else gets into a statement
 * @param isId whether a text can be the id at the end
 * @throws InvalidCursor when it was made for another order or by hand
 */
export const fromCursor = (
  cursor: string,
  order: string,
  kinds: readonly ("string" | "number")[],
  isId = isOfAnyKind,
): readonly CursorKey[] => {
  const [madeFor, ...keys] = decoded(cursor);
  if (
    madeFor !== order ||
    keys.length !== kinds.length ||
    keys.some((key, index) => typeof key !== kinds[index])
  )
    throw new InvalidCursor();
  if (keys.some((key) => typeof key === "number" && !(Number.isSafeInteger(key) && key >= 0)))
    throw new InvalidCursor();
  // Columns of ids are ASCII, and MySQL does not compare them with anything else.
  if (!isId(String(keys.at(-1)))) throw new InvalidCursor();
  return keys as readonly CursorKey[];
};

const isOfAnyKind = (text: string): boolean => kindOf(text) !== null;

const FOUR_DIGIT_YEAR = /^[1-9]\d{3}-/;

/** The time in a cursor. @throws InvalidCursor */
export const timeOf = (text: string): Date => {
  const time = new Date(text);
  // Only in the form that cursors have: MySQL refuses times that its calendar does not have.
  if (!FOUR_DIGIT_YEAR.test(text) || Number.isNaN(time.getTime()) || time.toISOString() !== text)
    throw new InvalidCursor();
  return time;
};

const decoded = (cursor: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts)) return parts;
  } catch {
    // A cursor that is not JSON was made by hand.
  }
  throw new InvalidCursor();
};

const POSITION = "position";

/** The cursor of a variant or image of a product: its position and its id. */
export const toPositionCursor = (position: number, id: string): string =>
  toCursor(POSITION, [position, id]);

/** @throws InvalidCursor */
export const positionOf = (cursor: string): number =>
  Number(fromCursor(cursor, POSITION, ["number", "string"])[0]);
