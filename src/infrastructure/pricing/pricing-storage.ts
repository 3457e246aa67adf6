import type { PricingStores } from "../../application/pricing/ports/pricing-stores.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { hasRenewed } from "../shared/database/terms-revisions.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { cachedMarkets } from "./cached-markets.js";
import { cachedTaxes } from "./cached-taxes.js";
import { jsvatVatIds } from "./jsvat-vat-ids.js";
import { pricingMigrations } from "./migrations/pricing-migrations.js";
import { readMarkets } from "./read-markets.js";
import { readShopTaxes } from "./read-shop-taxes.js";
import { sqlCustomerGroupReads } from "./sql-customer-group-reads.js";
import { sqlCustomerGroups } from "./sql-customer-groups.js";
import { SqlListPrices } from "./sql-list-prices.js";
import { sqlMarkets } from "./sql-markets.js";
import { sqlFeeReads } from "./sql-fee-reads.js";
import { sqlFees } from "./sql-fees.js";
import { sqlPriceCandidates } from "./sql-price-candidates.js";
import { sqlPriceHistory, sqlPriceHistoryPruning } from "./sql-price-history.js";
import { sqlPriceListReads } from "./sql-price-list-reads.js";
import { sqlPriceLists } from "./sql-price-lists.js";
import { SqlPrices } from "./sql-prices.js";
import { sqlScheduledPriceReads } from "./sql-scheduled-price-reads.js";
import { sqlShopTerms } from "./sql-shop-terms.js";
import { sqlTaxCategories } from "./sql-tax-categories.js";
import { sqlTaxRates } from "./sql-tax-rates.js";
import { sqlTaxReads } from "./sql-tax-reads.js";
import { sqlTaxZones } from "./sql-tax-zones.js";

const stores: StoreMakers<PricingStores> = {
  prices: (session, clock) => new SqlPrices(session, clock),
  markets: sqlMarkets,
  priceLists: sqlPriceLists,
  listPrices: (session, clock) => new SqlListPrices(session, clock),
  priceHistoryPruning: sqlPriceHistoryPruning,
  taxCategories: sqlTaxCategories,
  taxZones: sqlTaxZones,
  taxRates: sqlTaxRates,
  customerGroups: sqlCustomerGroups,
  fees: sqlFees,
  shopTerms: sqlShopTerms,
};

const reads = ({ source }: ReadNeeds) => ({
  priceListReads: sqlPriceListReads(source),
  scheduledPriceReads: sqlScheduledPriceReads(source),
  customerGroupReads: sqlCustomerGroupReads(source),
  feeReads: sqlFeeReads(source),
  priceCandidates: sqlPriceCandidates(source),
  shopTerms: sqlShopTerms(source),
  priceHistory: sqlPriceHistory(source),
  /** All markets, not cached. */
  readMarkets: () => readMarkets(source),
  markets: cachedMarkets(() => readMarkets(source)),
  taxReads: sqlTaxReads(source),
  vatIds: jsvatVatIds,
  shopTaxes: cachedTaxes(() => readShopTaxes(source)),
});

export const pricingStorage = {
  name: "pricing",
  migrations: pricingMigrations,
  stores,
  reads,
  committed: ({ markets, shopTaxes }: ReturnType<typeof reads>, session: SqlSession) => {
    if (hasRenewed(session, "markets")) markets.invalidate();
    if (hasRenewed(session, "taxes")) shopTaxes.invalidate();
  },
} as const satisfies Storage;
