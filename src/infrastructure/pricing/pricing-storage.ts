import type { PricingStores } from "../../application/pricing/ports/pricing-stores.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Storage, StoreMakers } from "../shared/storage/storage.js";
import { cachedMarkets } from "./cached-markets.js";
import { hasChangedMarkets } from "./changed-markets.js";
import { pricingMigrations } from "./migrations/pricing-migrations.js";
import { readMarkets } from "./read-markets.js";
import { SqlListPrices } from "./sql-list-prices.js";
import { SqlMarkets } from "./sql-markets.js";
import { sqlPriceListReads } from "./sql-price-list-reads.js";
import { SqlPriceLists } from "./sql-price-lists.js";
import { SqlPrices } from "./sql-prices.js";
import { sqlScheduledPriceReads } from "./sql-scheduled-price-reads.js";

const stores: StoreMakers<PricingStores> = {
  prices: (session, clock) => new SqlPrices(session, clock),
  markets: (session, clock) => new SqlMarkets(session, clock),
  priceLists: (session, clock) => new SqlPriceLists(session, clock),
  listPrices: (session, clock) => new SqlListPrices(session, clock),
};

const reads = (source: ReadSource) => ({
  priceListReads: sqlPriceListReads(source),
  scheduledPriceReads: sqlScheduledPriceReads(source),
  /** All markets, not cached. */
  readMarkets: () => readMarkets(source),
  markets: cachedMarkets(() => readMarkets(source)),
});

export const pricingStorage = {
  name: "pricing",
  migrations: pricingMigrations,
  stores,
  reads,
  committed: ({ markets }: ReturnType<typeof reads>, session: SqlSession) => {
    if (hasChangedMarkets(session)) markets.invalidate();
  },
} as const satisfies Storage;
