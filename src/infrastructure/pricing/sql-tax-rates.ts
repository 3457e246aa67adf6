import type { TaxRates } from "../../application/pricing/ports/tax-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { TaxRateNotFound } from "../../domain/pricing/tax-settings/errors.js";
import { TaxRateSetting } from "../../domain/pricing/tax-settings/tax-rate-setting.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import type { SqlValue } from "../shared/database/sql-value.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { TAX_TABLES } from "./tax-tables.js";

export const sqlTaxRates = (session: SqlSession, clock: Clock): TaxRates => {
  const { name, selection, toRecord } = TAX_TABLES.rate;
  const count = async (condition: string, ...values: readonly SqlValue[]): Promise<number> => {
    const [row] = await session.query(
      `SELECT COUNT(*) AS total FROM ${name} WHERE ${condition}`,
      values,
    );
    return Number(row?.["total"]);
  };
  const { get, save, remove } = versionedStore(session, clock, {
    table: TAX_TABLES.rate,
    restore: (snapshot) => TaxRateSetting.restore(snapshot),
    notFound: (id) => new TaxRateNotFound(id),
    alsoWrite: () => renewTermsRevision(session, "taxes"),
  });
  return {
    get,
    save,
    remove,
    all: async () =>
      (await session.query(`SELECT ${selection} FROM ${name} ORDER BY id`, [])).map(toRecord),
    of: async (zone, category) =>
      (
        await session.query(
          `SELECT ${selection} FROM ${name} WHERE zone_key = ? AND category_key = ? ORDER BY id`,
          [zone, category],
        )
      ).map(toRecord),
    count: () => count("1 = 1"),
    countOfZone: (zone) => count("zone_key = ?", zone),
    countOfCategory: (category) => count("category_key = ?", category),
  };
};
