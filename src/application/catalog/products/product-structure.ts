import { addMedia } from "../parts/add-media.js";
import { addOption } from "../parts/add-option.js";
import { addVariants } from "../parts/add-variants.js";
import { createProduct } from "./create-product.js";
import { createProducts } from "./create-products.js";
import { duplicateProduct } from "./duplicate-product.js";
import { removeMedia } from "../parts/remove-media.js";
import { removeOption } from "../parts/remove-option.js";
import { removeVariants } from "../parts/remove-variants.js";
import { reorderMedia } from "../parts/reorder-media.js";
import { reorderOptions } from "../parts/reorder-options.js";
import { reorderVariants } from "../parts/reorder-variants.js";
import { updateMedia } from "../parts/update-media.js";
import { updateOption } from "../parts/update-option.js";
import { updateVariants } from "../parts/update-variants.js";

/** Everything that can be done about what a product is made of. */
export const PRODUCT_STRUCTURE = {
  productCreate: createProduct,
  productsCreate: createProducts,
  productDuplicate: duplicateProduct,
  productVariantsAdd: addVariants,
  productVariantsUpdate: updateVariants,
  productVariantsRemove: removeVariants,
  productVariantsReorder: reorderVariants,
  productOptionAdd: addOption,
  productOptionUpdate: updateOption,
  productOptionRemove: removeOption,
  productOptionsReorder: reorderOptions,
  productMediaAdd: addMedia,
  productMediaUpdate: updateMedia,
  productMediaRemove: removeMedia,
  productMediaReorder: reorderMedia,
};
