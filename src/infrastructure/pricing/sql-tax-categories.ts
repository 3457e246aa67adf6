import type { TaxCategories } from "../../application/pricing/ports/tax-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import {
  TaxCategoryKeyTaken,
  TaxCategoryNotFound,
  type TaxCategoryUses,
} from "../../domain/pricing/tax-settings/errors.js";
import { TaxCategorySetting } from "../../domain/pricing/tax-settings/tax-category-setting.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { TAX_TABLES } from "./tax-tables.js";

/** Where categories are named. Variants name them as import files do, in any case. */
const USES = [
  { what: "fees", from: "pricing_fee WHERE tax_category = ?", name: "fee_key" },
  { what: "delivery options", from: "delivery_option WHERE tax_category = ?", name: "option_key" },
  {
    what: "variants",
    from: "catalog_variant WHERE LOWER(TRIM(tax_code)) = ?",
    name: "COALESCE(sku, id)",
  },
] as const;

export const sqlTaxCategories = (session: SqlSession, clock: Clock): TaxCategories => ({
  ...versionedStore(session, clock, {
    table: TAX_TABLES.category,
    restore: (snapshot) => TaxCategorySetting.restore(snapshot),
    notFound: (id) => new TaxCategoryNotFound(id),
    keyTaken: ({ key }) => new TaxCategoryKeyTaken(key),
    alsoWrite: () => renewTermsRevision(session, "taxes"),
  }),
  usesOf: async (key, most) => {
    const uses: TaxCategoryUses[] = [];
    for (const { what, from, name } of USES) {
      const rows = await session.query(
        `SELECT ${name} AS name, COUNT(*) OVER () AS total FROM ${from} ORDER BY 1 LIMIT ?`,
        [key, most],
      );
      const names = rows.map((row) => String(row["name"]));
      if (rows[0]) uses.push({ what, count: Number(rows[0]["total"]), names });
    }
    return uses;
  },
});
