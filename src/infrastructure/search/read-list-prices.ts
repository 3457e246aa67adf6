import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders, type Row } from "../shared/database/sql-session.js";
import type { TimeSlice } from "./time-slice.js";

/** The prices of variants in price lists. */
export interface ListPrices {
  readonly lists: ReadonlyMap<string, ListedPriceList>;
  /** The first price in a chain of lists. */
  readonly priceOf: (variant: string, chain: readonly string[]) => Row | undefined;
}

interface ListedPriceList {
  readonly id: string;
  readonly currency: string;
  /** The list, and those that count where it has no price. */
  readonly chain: readonly string[];
}

const VARIANTS_AT_ONCE = 500;

export const NO_LIST_PRICES: ListPrices = { lists: new Map(), priceOf: () => undefined };

/** Reads the prices of single units of some variants, in several statements. */
export const readListPrices = async (
  source: Pick<ReadSource, "query">,
  variants: readonly Row[],
  slice: TimeSlice,
): Promise<ListPrices> => {
  const lists = await source.query(
    "SELECT id, currency, second_list_id, third_list_id FROM pricing_price_list",
  );
  const byVariant = new Map<string, Row[]>();
  for (let from = 0; from < variants.length; from += VARIANTS_AT_ONCE) {
    const ids = variants.slice(from, from + VARIANTS_AT_ONCE).map((row) => String(row["id"]));
    const prices = await source.query(
      `SELECT variant_id, price_list_id, price, compare_at FROM pricing_list_price WHERE variant_id IN (${placeholders(ids)}) AND min_quantity = 1`,
      ids,
    );
    for (const row of prices) {
      const variant = String(row["variant_id"]);
      const known = byVariant.get(variant);
      if (known) known.push(row);
      else byVariant.set(variant, [row]);
    }
    await slice.yieldWhenOver();
  }
  return {
    lists: new Map(lists.map((row) => [String(row["id"]), toList(row)])),
    priceOf: (variant, chain) => {
      const own = byVariant.get(variant) ?? [];
      for (const list of chain) {
        const found = own.find((row) => row["price_list_id"] === list);
        if (found) return found;
      }
      return undefined;
    },
  };
};

const toList = (row: Row): ListedPriceList => ({
  id: String(row["id"]),
  currency: String(row["currency"]),
  chain: ["id", "second_list_id", "third_list_id"]
    .flatMap((column) => row[column] ?? [])
    .map(String),
});
