import type { SearchDocument } from "../../src/application/search/ports/search-source.js";
import { productId, variantId } from "./product-content.js";

/** When the product was created and published. */
export const SEARCHED_AT = new Date("2026-01-01T12:00:00.000Z");

/** A product as the search reads it, with one variant unless said otherwise. */
export const searchDocument = (
  n: number,
  title: string,
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  id: productId(n),
  slug: `mug-${n}`,
  status: "ACTIVE",
  publication: { from: SEARCHED_AT, until: null },
  createdAt: SEARCHED_AT,
  updatedAt: SEARCHED_AT,
  foldedTitle: title.toLowerCase(),
  vendor: "",
  productType: "",
  tags: [],
  texts: [{ locale: null, title, description: "", options: [], metafields: [] }],
  options: [],
  codes: [],
  variants: [
    {
      id: variantId(n),
      values: [],
      sku: null,
      available: more.available ?? true,
      prices: (more.prices ?? []).map(({ min, max: _, ...price }) => ({ ...price, amount: min })),
      metafields: [],
    },
  ],
  available: true,
  prices: [],
  collections: [],
  metafields: [],
  ...more,
});
