import type { ProductAction } from "./product-action.js";

/** Archives a product: the shop does not show it. */
export const archiveProduct: ProductAction<Record<never, never>> = {
  apply: ({ product }, _, now) => (product.archive(now), []),
};

/** Restores a product from the archive as a draft. */
export const unarchiveProduct: ProductAction<Record<never, never>> = {
  apply: ({ product }, _, now) => (product.unarchive(now), []),
};
