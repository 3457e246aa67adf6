import type { Audience, FieldsOf, Selected } from "../catalog/ports/audience.js";
import type { CatalogReads } from "../catalog/ports/catalog-reads.js";
import type { ProductView } from "../catalog/ports/product-view.js";
import type { Clock } from "../shared/clock.js";
import type { Page } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import type { Policy } from "../shared/viewer.js";
import type { ProductSearch, SearchRequest, SearchResult } from "./ports/product-search.js";
import { readFoundProducts } from "./read-found-products.js";

export interface SearchNeeds {
  readonly productSearch: ProductSearch;
  readonly catalogReads: CatalogReads;
  readonly clock: Clock;
}

export interface SearchProducts extends SearchRequest {
  /** The requested fields of the products of the page. */
  readonly fields: FieldsOf<ProductView>;
}

export interface FoundProducts extends Omit<SearchResult, "page"> {
  readonly page: Page<Selected<ProductView>>;
}

/** Searches for products and reads those of the page in one statement, for one audience. */
export const searchProducts = (policy: Policy, audience: (clock: Clock) => Audience) =>
  useCase(
    policy,
    ({ productSearch, catalogReads, clock }: SearchNeeds) =>
      async (
        { fields, ...request }: SearchProducts,
        { shoppingContext },
      ): Promise<FoundProducts> => {
        const viewedBy: Audience = {
          ...audience(clock),
          ...(shoppingContext && { shoppingContext }),
        };
        const { page, ...found } = await productSearch.search(request, viewedBy);
        return {
          ...found,
          page: await readFoundProducts(catalogReads, page, viewedBy, fields, found.variants),
        };
      },
  );
