import { addMedia } from "./add-media.js";
import { addOption } from "./add-option.js";
import { addVariants } from "./add-variants.js";
import { createProduct } from "./create-product.js";
import { createProducts } from "./create-products.js";
import { duplicateProduct } from "./duplicate-product.js";
import { removeMedia } from "./remove-media.js";
import { removeOption } from "./remove-option.js";
import { removeVariants } from "./remove-variants.js";
import { reorderMedia } from "./reorder-media.js";
import { reorderOptions } from "./reorder-options.js";
import { reorderVariants } from "./reorder-variants.js";
import { updateMedia } from "./update-media.js";
import { updateOption } from "./update-option.js";
import { updateVariants } from "./update-variants.js";

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
