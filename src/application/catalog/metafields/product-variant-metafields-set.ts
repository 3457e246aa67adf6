import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { editVariantMetafields } from "./edit-variant-metafields.js";
import { metafieldsToSet } from "./metafields-to-set.js";
import { withMetafields } from "./with-metafields.js";
import type { MetafieldValue } from "./typed-metafields.js";

interface ProductVariantMetafieldsSet extends Target {
  readonly variantId: string;
  readonly metafields: readonly MetafieldValue[];
}

/** Sets metafields of a variant. Their types are those of their definitions. */
export const productVariantMetafieldsSet = change(
  mayWriteCatalog,
  async (
    { variantId, metafields: values, ...target }: ProductVariantMetafieldsSet,
    work: Work<EditStores>,
  ): Promise<ProductEdited> => {
    const { fields } = await metafieldsToSet(work.stores, values);
    return editProduct(
      work,
      target,
      ({ before }) =>
        editVariantMetafields(before, variantId, fields, (stored) =>
          withMetafields(stored, fields),
        ),
      ["metafields"],
    );
  },
);
