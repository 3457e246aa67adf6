import { kindOf } from "../../src/application/shared/ids.js";
import { InvalidCursor, type Page, type PageRequest } from "../../src/application/shared/page.js";

type Key = string | number;

/** A total order: a key, then the id where keys are equal; reversing turns both round. */
export interface Order<Row> {
  readonly name: string;
  readonly key: (row: Row) => Key;
  readonly id: (row: Row) => string;
  readonly reverse: boolean;
  readonly isId?: (text: string) => boolean;
}

/** One page of rows, with cursors that remember which order made them. @throws InvalidCursor */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  order: Order<Row>,
  page: PageRequest,
  toItem: (row: Row) => Item,
): Page<Item> => {
  const placed = rows.map((row) => ({ row, place: [order.key(row), order.id(row)] as const }));
  const sorted = placed.toSorted((a, b) => compare(a.place, b.place) * (order.reverse ? -1 : 1));
  const [after, before] = [read(page.after, order), read(page.before, order)];
  const turn = order.reverse ? -1 : 1;
  const between = sorted.filter(
    ({ place }) =>
      (after === null || compare(place, after) * turn > 0) &&
      (before === null || compare(place, before) * turn < 0),
  );

  const forward = page.direction === "forward";
  const kept = forward ? between.slice(0, page.size) : between.slice(-page.size);
  const goesOn = between.length > kept.length;
  return {
    items: kept.map(({ row, place }) => ({ cursor: write(order.name, place), item: toItem(row) })),
    hasNextPage: forward ? goesOn : before !== null,
    hasPreviousPage: forward ? after !== null : goesOn,
  };
};

type Place = readonly [Key, string];

const write = (name: string, place: Place): string =>
  Buffer.from(JSON.stringify([name, ...place])).toString("base64url");

const read = <Row>(
  cursor: string | null,
  { name, isId = (text) => kindOf(text) !== null }: Order<Row>,
): Place | null => {
  if (cursor === null) return null;
  const [madeFor, key, id] = parsed(cursor);
  if (madeFor !== name || !fits(name, key) || typeof id !== "string" || !isId(id))
    throw new InvalidCursor();
  return [key, id];
};

const fits = (name: string, key: unknown): key is Key => {
  if (["price", "manual", "position"].includes(name) || name.startsWith("price in "))
    return Number.isSafeInteger(key) && Number(key) >= 0;
  return typeof key === "string" && (!/(?:created|updated|at)$/.test(name) || isMoment(key));
};

const isMoment = (written: string): boolean =>
  /^[1-9]\d{3}-/.test(written) &&
  !Number.isNaN(Date.parse(written)) &&
  new Date(written).toISOString() === written;

const parsed = (cursor: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};

const compare = ([keyA, idA]: Place, [keyB, idB]: Place): number =>
  (typeof keyA === "number" ? keyA - Number(keyB) : byBytes(keyA, String(keyB))) ||
  byBytes(idA, idB);

/** As a binary column compares, which is not how JavaScript compares characters beyond the first 65,536. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
