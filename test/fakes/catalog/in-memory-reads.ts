import type { CatalogNeeds } from "../../../src/application/catalog/catalog.js";
import type { PricingNeeds } from "../../../src/application/pricing/pricing.js";
import type { MarketView } from "../../../src/application/pricing/ports.js";
import { inMemoryMarketReads, inMemoryPriceListReads } from "../pricing/in-memory-markets.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemoryCatalogReads } from "./in-memory-catalog-reads.js";
import { inMemoryMediaSourceReads } from "./in-memory-media.js";
import { inMemoryOffers } from "./in-memory-offers.js";
import { inMemoryProductHistoryReads } from "./in-memory-product-history.js";
import { inMemoryProductSearch } from "./in-memory-product-search.js";
import { inMemoryScheduledPriceReads } from "./in-memory-scheduled-price-reads.js";

/** Every port that shows the catalogue. */
export type CatalogReadPorts = Pick<
  CatalogNeeds,
  | "catalogReads"
  | "productSearch"
  | "offers"
  | "productHistoryReads"
  | "scheduledPriceReads"
  | "mediaSourceReads"
> &
  Pick<PricingNeeds, "priceListReads"> & {
    readonly readMarkets: () => Promise<readonly MarketView[]>;
  };

export const inMemoryReads = (database: InMemoryDatabase): CatalogReadPorts => ({
  catalogReads: inMemoryCatalogReads(database),
  offers: inMemoryOffers(database),
  productSearch: inMemoryProductSearch(database),
  scheduledPriceReads: inMemoryScheduledPriceReads(database),
  mediaSourceReads: inMemoryMediaSourceReads(database),
  priceListReads: inMemoryPriceListReads(database),
  readMarkets: inMemoryMarketReads(database),
  productHistoryReads: inMemoryProductHistoryReads(database),
});
