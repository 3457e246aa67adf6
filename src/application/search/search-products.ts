import type { Audience, FieldsOf, Selected } from "../catalog/ports/audience.js";
import type { CatalogReads } from "../catalog/ports/catalog-reads.js";
import type { ProductView } from "../catalog/ports/product-view.js";
import type { Clock } from "../shared/clock.js";
import type { Page } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import type { Policy } from "../shared/viewer.js";
import { findCollection } from "./find-collection.js";
import type {
  CollectionName,
  ProductSearch,
  SearchRequest,
  SearchResult,
} from "./ports/product-search.js";
import { readFoundProducts } from "./read-found-products.js";

export interface SearchNeeds {
  readonly productSearch: ProductSearch;
  readonly catalogReads: CatalogReads;
  readonly clock: Clock;
}

export interface SearchProducts extends Omit<SearchRequest, "in" | "byMatchingPrice"> {
  /** Only products of this collection; left out: of the whole catalogue. */
  readonly in?: CollectionName;
  /** The requested fields of the products of the page. */
  readonly fields: FieldsOf<ProductView>;
}

export interface FoundProducts extends Omit<SearchResult, "page"> {
  readonly page: Page<Selected<ProductView>>;
}

/**
 * Searches for products and reads those of the page in one statement, for one audience. Null where
 * the audience does not see the collection of the request.
 */
export const searchProducts = (policy: Policy, audience: (clock: Clock) => Audience) =>
  useCase(
    policy,
    (needs: SearchNeeds) =>
      async (
        { fields, in: name, ...request }: SearchProducts,
        { shoppingContext },
      ): Promise<FoundProducts | null> => {
        const viewedBy: Audience = {
          ...audience(needs.clock),
          ...(shoppingContext && { shoppingContext }),
        };
        const collection = name && (await findCollection(needs, name, viewedBy));
        if (collection === null) return null;
        const { page, ...found } = await needs.productSearch.search(
          { ...request, byMatchingPrice: true, ...(collection && { in: collection }) },
          viewedBy,
        );
        return {
          ...found,
          page: await readFoundProducts(needs.catalogReads, page, viewedBy, fields, found.variants),
        };
      },
  );
