import {
  PRODUCT_PROPERTIES,
  type ProductContent,
  type ProductProperties,
} from "../../../domain/catalog/products/product-content.js";
import { patched, type Patch } from "../../shared/patch.js";
import { applySeoPatch, type SeoPatch } from "../product-edit/seo-patch.js";

/** Changes to the texts and properties of a product. */
export interface ProductPatch extends Patch<ProductProperties & Pick<ProductContent, "slug">> {
  readonly seo?: SeoPatch;
}

export const applyProductPatch = (
  content: ProductContent,
  patch: ProductPatch,
): ProductContent => ({
  ...content,
  ...patched(patch, content, PRODUCT_PROPERTIES),
  slug: patch.slug ?? content.slug,
  seo: applySeoPatch(content.seo, patch.seo),
});
