import type { PriceCandidates } from "../../application/pricing/ports/price-candidates.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceCandidates as CandidatesOfVariant } from "../../domain/pricing/price-lists/price-candidates.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders, toChunks, type Row } from "../shared/database/sql-session.js";

export const sqlPriceCandidates = (source: ReadSource): PriceCandidates => ({
  ofVariants: async (ids, { market }) => {
    const found = new Map<VariantId, CandidatesOfVariant>();
    for (const chunk of toChunks([...new Set(ids)])) {
      const rows = await source.query(
        `SELECT v.id, p.currency, p.price, p.compare_at, l.list_key, l.currency AS l_currency, lp.price AS l_price, lp.compare_at AS l_compare_at FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id LEFT JOIN pricing_list_price lp ON lp.variant_id = v.id AND lp.price_list_id = ? LEFT JOIN pricing_price_list l ON l.id = lp.price_list_id WHERE v.id IN (${placeholders(chunk)})`,
        [market.priceList ?? "", ...chunk],
      );
      for (const row of rows) found.set(id<VariantId>(String(row["id"])), toCandidates(row));
    }
    return found;
  },
});

const toCandidates = (row: Row): CandidatesOfVariant => {
  const price = moneyOfRow(row, "price");
  const own = price && { price, compareAt: moneyOfRow(row, "compare_at") };
  if (row["list_key"] == null) return { lists: [], own };
  const currency = String(row["l_currency"]);
  const listed = (column: string): Money => Money.of(Number(row[column]), currency);
  const prices = [
    {
      minimumQuantity: 1,
      price: listed("l_price"),
      compareAt: row["l_compare_at"] == null ? null : listed("l_compare_at"),
    },
  ];
  return {
    lists: [{ key: String(row["list_key"]), currency, prices, from: null, until: null }],
    own,
  };
};
