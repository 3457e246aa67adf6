import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { VariantNotFound } from "../../../domain/catalog/variants/errors.js";
import type { ProductEdit } from "../product-edit/edit-product.js";
import { pathInInput } from "./with-metafields.js";

/**
 * The product with other metafields of one variant.
 * @param set those that are set, where the input names them
 * @throws VariantNotFound
 */
export const editVariantMetafields = (
  before: ProductSnapshot,
  variantId: string,
  set: readonly Metafield[],
  edit: (stored: readonly Metafield[]) => readonly Metafield[],
): ProductEdit => {
  const index = before.variants.findIndex(({ id }) => id === variantId);
  const variant = before.variants[index];
  if (!variant) throw new VariantNotFound(variantId, ["variantId"]);
  const metafields = edit(variant.metafields);
  return {
    content: {
      ...before,
      variants:
        metafields === variant.metafields
          ? before.variants
          : before.variants.with(index, { ...variant, metafields }),
    },
    toCommandPath: ([part = "", at = "", field = "", ...rest]) =>
      part === "variants" && field === "metafields"
        ? pathInInput(set, metafields, rest)
        : [part, at, field, ...rest],
  };
};
