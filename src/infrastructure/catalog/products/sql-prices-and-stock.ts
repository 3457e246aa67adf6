import type {
  PricesAndStock,
  TaxablePrice,
} from "../../../application/catalog/ports/prices-and-stock.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { toFlag, toText } from "../../shared/database/cell.js";
import { groupRows } from "../../shared/database/group-rows.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { placeholders, toChunks } from "../../shared/database/sql-session.js";
import { selectPriceAndStock } from "./select-price-and-stock.js";

export const sqlPricesAndStock = (source: ReadSource, clock: Clock): PricesAndStock => ({
  byVariant: async (ids, fields, shoppingContext) => {
    if (ids.length === 0 || fields.size === 0) return new Map();
    const { columns, joins, values, read } = selectPriceAndStock(
      { fields, ...(shoppingContext && { shoppingContext }) },
      clock.now(),
    );
    const rows = await source.query(
      `SELECT ${["v.id", ...columns].join(", ")} FROM catalog_variant v${joins} WHERE v.id IN (${placeholders(ids)})`,
      [...values, ...ids],
    );
    return new Map(rows.map((row) => [id<VariantId>(String(row["id"])), read(row)]));
  },
  pricesOfProducts: async (products, shoppingContext) => {
    const { columns, joins, values, read } = selectPriceAndStock(
      { fields: PRICE, ...(shoppingContext && { shoppingContext }) },
      clock.now(),
    );
    const found = new Map<ProductId, readonly TaxablePrice[]>();
    for (const chunk of toChunks(products)) {
      const rows = await source.query(
        `SELECT DISTINCT ${["v.product_id, v.taxable, v.tax_code", ...columns].join(", ")} FROM catalog_variant v${joins} WHERE v.product_id IN (${placeholders(chunk)})`,
        [...values, ...chunk],
      );
      for (const [product, own] of groupRows(rows, "product_id")) {
        const prices = own.flatMap((row) => {
          const { price } = read(row);
          return price
            ? { price, taxable: toFlag(row["taxable"]), taxCode: toText(row["tax_code"]) }
            : [];
        });
        if (prices.length > 0) found.set(id<ProductId>(product), prices);
      }
    }
    return found;
  },
});

const PRICE = new Set(["price"] as const);
