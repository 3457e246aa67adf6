import type { ProductId } from "../../../domain/catalog/ids.js";
import type { Clock } from "../../shared/clock.js";
import { mapPage, type Page } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { anybody, mayReadCatalog, type Policy } from "../../shared/viewer.js";
import type { Audience, CatalogReads, FieldsOf, ProductView, Selected } from "../ports.js";
import type { ProductSearch, SearchRequest, SearchResult } from "./product-search.js";

export interface SearchNeeds {
  readonly productSearch: ProductSearch;
  readonly catalogReads: CatalogReads;
  readonly clock: Clock;
}

export interface AskedSearch extends SearchRequest {
  /** What is wanted of the products of the page. */
  readonly fields: FieldsOf<ProductView>;
}

export interface FoundProducts extends Omit<SearchResult, "page"> {
  readonly page: Page<Selected<ProductView>>;
}

/** Looks for products and reads those of the page, all in one statement. */
const search = (policy: Policy, audience: (clock: Clock) => Audience) =>
  useCase(
    policy,
    ({ productSearch, catalogReads, clock }: SearchNeeds) =>
      async ({ fields, ...request }: AskedSearch, { place }): Promise<FoundProducts> => {
        const seenBy: Audience = { ...audience(clock), ...(place && { place }) };
        const { page, ...found } = await productSearch.search(request, seenBy);
        return { ...found, page: await readFound(catalogReads, page, seenBy, fields) };
      },
  );

/** What is wanted of the products of a page, in one statement. */
export const readFound = async (
  reads: CatalogReads,
  page: Page<ProductId>,
  audience: Audience,
  fields: FieldsOf<ProductView>,
): Promise<Page<Selected<ProductView>>> => {
  const ids = [...new Set(page.items.map(({ item }) => item))];
  if (ids.length === 0 || fields.size === 0) return mapPage(page, (id) => ({ id }));
  const products = new Map(
    (await reads.productsById(ids, audience, fields)).map((product) => [product.id, product]),
  );
  // What was taken away in the meantime is left out.
  return mapPage(page, (id) => products.get(id));
};

/** The search of the shop, which finds what is shown there, and that of staff, which finds everything. */
export const SEARCH_PRODUCTS = {
  shop: search(anybody, (clock) => ({ sees: "visible", at: clock.now() })),
  admin: search(mayReadCatalog, () => ({ sees: "everything" })),
};
