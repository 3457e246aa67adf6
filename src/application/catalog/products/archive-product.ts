import { onMany, onOne, type ProductDeed } from "./product-deed.js";

const archive: ProductDeed<Record<never, never>> = {
  act: ({ product }, _, now) => (product.archive(now), []),
};

const unarchive: ProductDeed<Record<never, never>> = {
  act: ({ product }, _, now) => (product.unarchive(now), []),
};

/** Lays a product away: the shop does not show it. */
export const archiveProduct = onOne(archive);
export const archiveProducts = onMany(archive);

/** Takes a product out of the archive, to be worked on. */
export const unarchiveProduct = onOne(unarchive);
export const unarchiveProducts = onMany(unarchive);
