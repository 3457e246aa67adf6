import { NewProductMutations } from "./new-product-mutations.js";
import { ProductMediaMutations } from "../parts/product-media-mutations.js";
import { ProductOptionMutations } from "../parts/product-option-mutations.js";
import { ProductVariantMutations } from "../parts/product-variant-mutations.js";

/** Everything that staff can change of what a product is made of. */
export const productStructureMutations = [
  NewProductMutations,
  ProductVariantMutations,
  ProductOptionMutations,
  ProductMediaMutations,
] as const;
