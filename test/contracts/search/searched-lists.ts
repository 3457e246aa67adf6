import { shopLists } from "../../../src/application/catalog/reading/shop-lists.js";
import type { CatalogReads } from "../../../src/application/catalog/ports/catalog-reads.js";
import type { ProductSearch } from "../../../src/application/search/ports/product-search.js";

interface Reading {
  readonly catalogReads: CatalogReads;
  readonly productSearch: ProductSearch;
}

/**
 * The lists of a shop that hides so much that none of them is read along an index: all come from
 * the search.
 */
export const searchedLists = ({ catalogReads, productSearch }: Reading): CatalogReads =>
  shopLists({
    catalogReads,
    productSearch: {
      search: (...asked) => productSearch.search(...asked),
      findCollection: (...asked) => productSearch.findCollection(...asked),
      countInCollections: (...asked) => productSearch.countInCollections(...asked),
      hidden: () => Number.POSITIVE_INFINITY,
    },
    currency: "EUR",
  });
