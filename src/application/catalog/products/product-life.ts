import {
  archiveProduct,
  archiveProducts,
  unarchiveProduct,
  unarchiveProducts,
} from "./archive-product.js";
import { deleteManyProducts, deleteProduct } from "./delete-product.js";
import { publishProduct, publishProducts } from "./publish-product.js";
import {
  addProductsTags,
  addProductTags,
  removeProductsTags,
  removeProductTags,
} from "./tag-product.js";
import { unpublishProduct, unpublishProducts } from "./unpublish-product.js";

/** What becomes of products between being made and being taken away, one by one and many at once. */
export const PRODUCT_LIFE = {
  productPublish: publishProduct,
  productUnpublish: unpublishProduct,
  productArchive: archiveProduct,
  productUnarchive: unarchiveProduct,
  productDelete: deleteProduct,
  productTagsAdd: addProductTags,
  productTagsRemove: removeProductTags,

  productsPublish: publishProducts,
  productsUnpublish: unpublishProducts,
  productsArchive: archiveProducts,
  productsUnarchive: unarchiveProducts,
  productsDelete: deleteManyProducts,
  productsTagsAdd: addProductsTags,
  productsTagsRemove: removeProductsTags,
};
