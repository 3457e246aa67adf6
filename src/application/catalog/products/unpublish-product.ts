import type { ProductAction } from "./product-action.js";

/** Ends the publication of a product, also one that has not begun. */
export const unpublishProduct: ProductAction<Record<never, never>> = {
  apply: ({ product }, _, now) => (product.unpublish(now), []),
};
