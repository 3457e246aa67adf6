import { archiveProduct, unarchiveProduct } from "./archive-product.js";
import { asBulk, asSingle } from "./product-action.js";
import { publishProduct } from "./publish-product.js";
import { tagProduct, untagProduct } from "./tag-product.js";
import { unpublishProduct } from "./unpublish-product.js";

/** The actions on products, each for one product and for many. */
export const PRODUCT_ACTIONS = {
  productPublish: asSingle(publishProduct),
  productUnpublish: asSingle(unpublishProduct),
  productArchive: asSingle(archiveProduct),
  productUnarchive: asSingle(unarchiveProduct),
  productTagsAdd: asSingle(tagProduct),
  productTagsRemove: asSingle(untagProduct),

  productsPublish: asBulk(publishProduct),
  productsUnpublish: asBulk(unpublishProduct),
  productsArchive: asBulk(archiveProduct),
  productsUnarchive: asBulk(unarchiveProduct),
  productsTagsAdd: asBulk(tagProduct),
  productsTagsRemove: asBulk(untagProduct),
};
