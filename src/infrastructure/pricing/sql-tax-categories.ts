import type { TaxCategories } from "../../application/pricing/ports/tax-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import {
  TaxCategoryKeyTaken,
  TaxCategoryNotFound,
} from "../../domain/pricing/tax-settings/errors.js";
import { TaxCategorySetting } from "../../domain/pricing/tax-settings/tax-category-setting.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { noteChangedTaxes } from "./changed-taxes.js";
import { TAX_TABLES } from "./tax-tables.js";

export const sqlTaxCategories = (session: SqlSession, clock: Clock): TaxCategories =>
  versionedStore(session, clock, {
    table: TAX_TABLES.category,
    restore: (snapshot) => TaxCategorySetting.restore(snapshot),
    notFound: (id) => new TaxCategoryNotFound(id),
    keyTaken: ({ key }) => new TaxCategoryKeyTaken(key),
    alsoWrite: async () => noteChangedTaxes(session),
  });
