import type { MetafieldName } from "../../../domain/catalog/metafields/metafield.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { editVariantMetafields } from "./edit-variant-metafields.js";
import { withoutMetafields } from "./with-metafields.js";

interface ProductVariantMetafieldsRemove extends Target {
  readonly variantId: string;
  readonly metafields: readonly MetafieldName[];
}

/** Removes metafields from a variant. Metafields that it does not have are ignored. */
export const productVariantMetafieldsRemove = change(
  mayWriteCatalog,
  (
    { variantId, metafields, ...target }: ProductVariantMetafieldsRemove,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    editProduct(
      work,
      target,
      ({ before }) =>
        editVariantMetafields(before, variantId, [], (stored) =>
          withoutMetafields(stored, metafields),
        ),
      ["metafields"],
    ),
);
