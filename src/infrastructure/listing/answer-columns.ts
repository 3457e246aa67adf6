import type { ListingAnswers, MoneyRange } from "../../domain/listing/listing.js";
import { Money } from "../../domain/shared/money.js";
import { toFlag, type Cell } from "../shared/database/cell.js";
import type { Row } from "../shared/database/sql-session.js";

/** The price rank of products without a price: after all others. */
export const UNPRICED = Number.MAX_SAFE_INTEGER;

export const answerColumns = ({
  priceRange,
  available,
  onSale,
  compareAtRange,
}: ListingAnswers) => ({
  currency: priceRange?.min.currency ?? null,
  min_price: priceRange?.min.minorUnits ?? null,
  max_price: priceRange?.max.minorUnits ?? null,
  price_rank: priceRange?.min.minorUnits ?? UNPRICED,
  available,
  on_sale: onSale,
  min_compare_at: compareAtRange?.min.minorUnits ?? null,
  max_compare_at: compareAtRange?.max.minorUnits ?? null,
});

/** @param prefix of the columns in the row */
export const toAnswers = (row: Row, prefix: string): ListingAnswers => {
  const cell = (column: string): Cell => row[`${prefix}_${column}`];
  const amount = (column: string): Money =>
    Money.of(Number(cell(column)), String(cell("currency")));
  const range = (min: string, max: string): MoneyRange | null =>
    cell("currency") == null || cell(min) == null ? null : { min: amount(min), max: amount(max) };
  return {
    priceRange: range("min_price", "max_price"),
    available: toFlag(cell("available")),
    onSale: toFlag(cell("on_sale")),
    compareAtRange: range("min_compare_at", "max_compare_at"),
  };
};

/** The columns of a table under the names that `toAnswers` reads. */
export const selectAnswers = (table: string): string =>
  ["currency", "min_price", "max_price", "available", "on_sale", "min_compare_at", "max_compare_at"]
    .map((column) => `${table}.${column} AS ${table}_${column}`)
    .join(", ");

/**
 * A `1` for each variant that can be bought, a `0` for each other. The flags of a price list
 * replace those of the product.
 */
export const toAvailableFlags = (available: readonly boolean[]): string =>
  available.map((is) => (is ? "1" : "0")).join("");

export const fromAvailableFlags = (cell: Cell): readonly boolean[] | null =>
  cell == null ? null : [...String(cell)].map((flag) => flag === "1");
