import { kindOf } from "../../src/application/shared/ids.js";
import { InvalidCursor, type Page, type PageRequest } from "../../src/application/shared/page.js";

type SortValue = string | number;

/** A total order: a key, then the id where keys are equal; `reverse` reverses both. */
export interface Order<Row> {
  readonly name: string;
  readonly key: (row: Row) => SortValue;
  readonly id: (row: Row) => string;
  readonly reverse: boolean;
  readonly isId?: (text: string) => boolean;
}

/**
 * One page of rows. A cursor is only valid in the order that it was made in.
 * @throws InvalidCursor
 */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  order: Order<Row>,
  page: PageRequest,
  toItem: (row: Row) => Item,
): Page<Item> => {
  const positioned = rows.map((row) => ({
    row,
    position: [order.key(row), order.id(row)] as const,
  }));
  const sorted = positioned.toSorted(
    (a, b) => compare(a.position, b.position) * (order.reverse ? -1 : 1),
  );
  const [after, before] = [read(page.after, order), read(page.before, order)];
  const direction = order.reverse ? -1 : 1;
  const between = sorted.filter(
    ({ position }) =>
      (after === null || compare(position, after) * direction > 0) &&
      (before === null || compare(position, before) * direction < 0),
  );

  const forward = page.direction === "forward";
  const kept = forward ? between.slice(0, page.size) : between.slice(-page.size);
  const hasMore = between.length > kept.length;
  return {
    items: kept.map(({ row, position }) => ({
      cursor: write(order.name, position),
      item: toItem(row),
    })),
    hasNextPage: forward ? hasMore : before !== null,
    hasPreviousPage: forward ? after !== null : hasMore,
  };
};

type Position = readonly [SortValue, string];

const write = (name: string, position: Position): string =>
  Buffer.from(JSON.stringify([name, ...position])).toString("base64url");

const read = <Row>(
  cursor: string | null,
  { name, isId = (text) => kindOf(text) !== null }: Order<Row>,
): Position | null => {
  if (cursor === null) return null;
  const [madeIn, key, id] = parsed(cursor);
  if (madeIn !== name || !fits(name, key) || typeof id !== "string" || !isId(id))
    throw new InvalidCursor();
  return [key, id];
};

const fits = (name: string, key: unknown): key is SortValue => {
  if (
    ["price", "manual", "position", "delivery options", "stock movements"].includes(name) ||
    name.startsWith("price in ")
  )
    return Number.isSafeInteger(key) && Number(key) >= 0;
  return typeof key === "string" && (!/(?:created|updated|at)$/.test(name) || isTime(key));
};

const isTime = (text: string): boolean =>
  /^[1-9]\d{3}-/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString() === text;

const parsed = (cursor: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};

const compare = ([keyA, idA]: Position, [keyB, idB]: Position): number =>
  (typeof keyA === "number" ? keyA - Number(keyB) : byBytes(keyA, String(keyB))) ||
  byBytes(idA, idB);

/** Compares like a binary column. JavaScript orders characters above U+FFFF differently. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
