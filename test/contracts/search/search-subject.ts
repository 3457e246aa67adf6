import type { Catalog, CatalogNeeds } from "../../../src/application/catalog/catalog.js";
import type {
  FoundProducts,
  SearchProducts,
} from "../../../src/application/search/search-products.js";
import type { Search } from "../../../src/application/search/search.js";
import { GUEST, OPERATOR, type Viewer } from "../../../src/application/shared/viewer.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";

/** An empty store. */
export type SearchSubject = Omit<CatalogNeeds, "clock" | "ids" | "currency"> & {
  readonly close: () => Promise<void>;
};

/** A search function with default arguments. */
export const searching =
  ({ shop }: Search) =>
  async (
    query: string | null,
    more: Partial<SearchProducts> = {},
    viewer: Viewer = GUEST,
  ): Promise<FoundProducts> => {
    const found = await shop(
      {
        query,
        filter: {},
        sort: { key: "RELEVANCE", reverse: false },
        currency: "EUR",
        withFacets: false,
        withSuggestions: false,
        page: { size: 100, direction: "forward", after: null, before: null },
        fields: new Set(["title"]),
        ...more,
      },
      viewer,
    );
    if (!found) throw new Error("The collection is not seen.");
    return found;
  };

/** Creates and publishes a product. */
export const addProduct = async (
  shop: Catalog,
  title: string,
  more: object,
): Promise<ProductId> => {
  const { result, refusals } = await shop.productCreate(
    { product: { title, status: "ACTIVE", variants: [{ price: "10.00", onHand: 1 }], ...more } },
    OPERATOR,
  );
  if (!result) throw new Error(JSON.stringify(refusals));
  await shop.productPublish({ id: result.productId }, OPERATOR);
  return result.productId;
};

export const titlesOf = ({ page }: FoundProducts): readonly string[] =>
  page.items.map(({ item }) => String(item.title));
