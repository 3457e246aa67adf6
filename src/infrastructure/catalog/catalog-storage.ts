import type { CatalogStores } from "../../application/catalog/ports/catalog-stores.js";
import type { MediaStores } from "../../application/media/ports/media-stores.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { SqlCollectionTree } from "./collections/sql-collection-tree.js";
import { SqlCollectionUpkeep } from "./collections/sql-collection-upkeep.js";
import { SqlCollections } from "./collections/sql-collections.js";
import { SqlMetafieldDefinitions } from "./metafields/sql-metafield-definitions.js";
import { sqlReferenceTargets } from "./metafields/sql-reference-targets.js";
import { catalogMigrations } from "./migrations/catalog-migrations.js";
import { SqlListings } from "./products/sql-listings.js";
import { SqlOptionAvailabilities } from "./products/sql-option-availabilities.js";
import { sqlPricesAndStock } from "./products/sql-prices-and-stock.js";
import { sqlProductHistoryReads } from "./products/sql-product-history-reads.js";
import { SqlProductHistory } from "./products/sql-product-history.js";
import { SqlProducts } from "./products/sql-products.js";
import { sqlVariantsToBuy } from "./products/sql-variants-to-buy.js";
import { SqlSlugRedirects } from "./slugs/sql-slug-redirects.js";
import { sqlCatalogReads } from "./sql-catalog-reads.js";

const stores: StoreMakers<Omit<CatalogStores, keyof MediaStores>> = {
  products: (session, clock) => new SqlProducts(session, clock),
  collections: (session, clock) => new SqlCollections(session, clock),
  collectionUpkeep: (session, clock) => new SqlCollectionUpkeep(session, clock),
  collectionTree: (session) => new SqlCollectionTree(session),
  metafieldDefinitions: (session, clock) => new SqlMetafieldDefinitions(session, clock),
  referenceTargets: sqlReferenceTargets,
  listings: (session) => new SqlListings(session),
  optionAvailabilities: (session) => new SqlOptionAvailabilities(session),
  productHistory: (session) => new SqlProductHistory(session),
  redirects: (session) => new SqlSlugRedirects(session),
  variantsToBuy: sqlVariantsToBuy,
};

export const catalogStorage = {
  name: "catalog",
  migrations: catalogMigrations,
  stores,
  reads: ({ source, clock }: ReadNeeds) => ({
    catalogReads: sqlCatalogReads(source, clock),
    pricesAndStock: sqlPricesAndStock(source, clock),
    variantsToBuy: sqlVariantsToBuy(source),
    productHistoryReads: sqlProductHistoryReads(source),
  }),
} as const satisfies Storage;
