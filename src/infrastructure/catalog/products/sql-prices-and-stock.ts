import type { PricesAndStock } from "../../../application/catalog/ports/prices-and-stock.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { placeholders } from "../../shared/database/sql-session.js";
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
});
