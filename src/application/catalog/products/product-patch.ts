import type { ProductContent } from "../../../domain/catalog/products/product-content.js";
import { patchedValue, type Patch } from "../../shared/patch.js";
import { applySeoPatch, type SeoPatch } from "../product-edit/seo-patch.js";

/** Changes to the texts and properties of a product. */
export interface ProductPatch extends Patch<
  Pick<
    ProductContent,
    | "title"
    | "slug"
    | "descriptionHtml"
    | "vendor"
    | "productType"
    | "category"
    | "tags"
    | "giftCard"
  >
> {
  readonly seo?: SeoPatch;
}

export const applyProductPatch = (
  content: ProductContent,
  patch: ProductPatch,
): ProductContent => ({
  ...content,
  title: patchedValue(patch.title, content.title, ""),
  slug: patch.slug ?? content.slug,
  descriptionHtml: patchedValue(patch.descriptionHtml, content.descriptionHtml, ""),
  vendor: patchedValue(patch.vendor, content.vendor, ""),
  productType: patchedValue(patch.productType, content.productType, ""),
  category: patchedValue(patch.category, content.category, ""),
  tags: patchedValue(patch.tags, content.tags, []),
  giftCard: patchedValue(patch.giftCard, content.giftCard, false),
  seo: applySeoPatch(content.seo, patch.seo),
});
