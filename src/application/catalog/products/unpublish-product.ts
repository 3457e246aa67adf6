import { onMany, onOne, type ProductDeed } from "./product-deed.js";

const unpublish: ProductDeed<Record<never, never>> = {
  act: ({ product }, _, now) => (product.unpublish(now), []),
};

/** Has the shop no longer show a product, nor begin to. */
export const unpublishProduct = onOne(unpublish);
export const unpublishProducts = onMany(unpublish);
