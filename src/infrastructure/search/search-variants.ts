import type {
  SearchField,
  SearchVariant,
  SearchVariantPrice,
} from "../../application/search/ports/search-source.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { toNumber, toText, type Cell } from "../shared/database/cell.js";
import type { Row } from "../shared/database/sql-session.js";
import { fieldsOf } from "./fields-of.js";
import type { ListPrices } from "./read-list-prices.js";

interface VariantRows {
  readonly product: Row;
  readonly variants: readonly Row[];
  /** The option values of each variant. */
  readonly combinations: readonly (readonly string[])[];
  /** One for each price list. */
  readonly ranges: readonly Row[];
  readonly listPrices: ListPrices;
  readonly fields: readonly SearchField[];
}

/** The variants of a product with their prices, and the stored answers whether they can be bought. */
export const searchVariants = ({
  product,
  variants,
  combinations,
  ranges,
  listPrices,
  fields,
}: VariantRows): readonly SearchVariant[] => {
  const own = String(product["sellable"] ?? "");
  const lists = ranges.flatMap((row) => {
    const list = listPrices.lists.get(String(row["price_list_id"]));
    return list ? [{ ...list, sellable: String(row["sellable"] ?? own) }] : [];
  });
  return variants.map((row, at) => {
    const available = isSet(own, at);
    return {
      id: id<VariantId>(String(row["id"])),
      values: combinations[at] ?? [],
      sku: toText(row["sku"]),
      available,
      metafields: fieldsOf(row["metafields"], fields),
      prices: [
        ...price(row, null, row["currency"], available),
        ...lists.flatMap(({ id: list, currency, chain, sellable }) => {
          const found = listPrices.priceOf(String(row["id"]), chain);
          const isOwn = !found && row["currency"] === currency;
          return found || isOwn ? price(found ?? row, list, currency, isSet(sellable, at)) : [];
        }),
      ],
    };
  });
};

const isSet = (flags: string, at: number): boolean => flags[at] === "1";

const price = (
  row: Row,
  priceList: string | null,
  currency: Cell,
  available: boolean,
): readonly SearchVariantPrice[] => {
  const [amount, compareAt] = [toNumber(row["price"]), toNumber(row["compare_at"])];
  return amount === null
    ? []
    : [
        {
          priceList,
          currency: String(currency),
          amount,
          onSale: compareAt !== null && compareAt > amount,
          available,
        },
      ];
};
