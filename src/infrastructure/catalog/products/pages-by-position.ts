import { positionOf, toPositionCursor } from "../../../application/shared/to-cursor.js";
import {
  pageEnds,
  PageItem,
  type Page,
  type PageRequest,
} from "../../../application/shared/page.js";
import { isBusyLong, yieldWhenLong } from "../../../application/shared/yield-when-long.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { countByGroup, groupRows } from "../../shared/database/group-rows.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { placeholders, type Row } from "../../shared/database/sql-session.js";
import type { SqlValue } from "../../shared/database/sql-value.js";

/**
 * A table of parts of products, with an alias; each product numbers its parts from 0 without gaps.
 */
interface PartTable<Item> {
  readonly table: "catalog_variant v" | "catalog_media m";
  readonly columns: readonly string[];
  readonly read: (row: Row) => Item;
  readonly joins?: string;
  /** Of the columns, then of the joins. */
  readonly values?: readonly SqlValue[];
}

/**
 * The same page of the parts of each product. Positions have no gaps, so a page is a range of
 * positions: one statement, no window function.
 * @throws InvalidCursor
 */
export const pagesByPosition = async <Item>(
  source: ReadSource,
  { table, columns, read, joins = "", values = [] }: PartTable<Item>,
  products: readonly ProductId[],
  page: PageRequest,
): Promise<ReadonlyMap<ProductId, Page<Item>>> => {
  if (products.length === 0) return new Map();
  const [name, alias] = table.split(" ");
  const range = rangeOf(
    page,
    `(SELECT MAX(z.position) FROM ${name} z WHERE z.product_id = ${alias}.product_id)`,
  );
  const rows = await source.query(
    `SELECT ${[...new Set([...columns, `${alias}.product_id`, `${alias}.position AS cursor_key`])].join(", ")} FROM ${table}${joins}
     WHERE ${alias}.product_id IN (${placeholders(products)}) AND ${range.map((bound) => `${alias}.position ${bound}`).join(" AND ")}
     ORDER BY ${alias}.product_id, ${alias}.position`,
    [...values, ...products],
  );
  const groups = groupRows(rows, "product_id");
  const pages = new Map<ProductId, Page<Item>>();
  for (const product of products) {
    pages.set(product, toPage(groups.get(product) ?? [], page, read));
    if (isBusyLong()) await yieldWhenLong();
  }
  return pages;
};

/** How many parts each product has. */
export const countParts = (
  source: ReadSource,
  table: "catalog_variant" | "catalog_media",
  products: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, number>> =>
  countByGroup(source, products, (keys) => ({
    sql: `SELECT product_id AS group_id, COUNT(*) AS total FROM ${table}`,
    where: [{ sql: `product_id IN (${placeholders(keys)})`, values: keys }],
  }));

const rangeOf = (page: PageRequest, lastPosition: string): readonly string[] => {
  const after = page.after === null ? -1 : positionOf(page.after);
  const before = page.before === null ? null : positionOf(page.before);
  const bounds = [`> ${after}`, ...(before === null ? [] : [`< ${before}`])];
  if (page.direction === "forward") return [...bounds, `<= ${after + page.size + 1}`];
  return [...bounds, `>= ${before === null ? lastPosition : before - 1} - ${page.size}`];
};

const toPage = <Item>(
  rows: readonly Row[],
  page: PageRequest,
  read: (row: Row) => Item,
): Page<Item> => {
  const isForward = page.direction === "forward";
  const goesOn = rows.length > page.size;
  const kept = isForward ? rows.slice(0, page.size) : rows.slice(-page.size);
  return {
    items: kept.map((row) => new PageItem(read(row), row, cursorOf)),
    ...pageEnds(page, goesOn),
  };
};

const cursorOf = (row: Row): string =>
  toPositionCursor(Number(row["cursor_key"]), String(row["id"]));
