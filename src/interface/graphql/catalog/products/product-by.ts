import { idOrSlug, type IdOrSlug } from "../../schema/id-or-slug.js";

/** Which product: by its id or by its slug. */
export const ProductBy = idOrSlug("ProductBy", "product");
export type ProductBy = IdOrSlug;
