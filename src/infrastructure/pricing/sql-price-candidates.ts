import type { PriceCandidates } from "../../application/pricing/ports/price-candidates.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceCandidates as CandidatesOfVariant } from "../../domain/pricing/price-lists/price-candidates.js";
import { id } from "../../domain/shared/id.js";
import { groupRows } from "../shared/database/group-rows.js";
import { placeholders, toChunks, type RowSource } from "../shared/database/sql-session.js";
import { selectPriceCandidates } from "./select-price-candidates.js";

export const sqlPriceCandidates = (source: RowSource): PriceCandidates => ({
  ofVariants: async (ids, buyer, moment) => {
    const found = new Map<VariantId, CandidatesOfVariant>();
    const { columns, joins, values, read } = selectPriceCandidates(buyer);
    for (const chunk of toChunks(ids)) {
      const rows = await source.query(
        `SELECT v.id, ${columns} FROM catalog_variant v${joins} WHERE v.id IN (${placeholders(chunk)}) ORDER BY v.id, lp.min_quantity`,
        [...values, ...chunk],
      );
      for (const [variant, own] of groupRows(rows, "id"))
        found.set(id<VariantId>(variant), read(own, moment));
    }
    return found;
  },
});
