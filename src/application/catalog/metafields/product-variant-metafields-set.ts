import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import { declaredMetafields } from "../product-edit/check-metafields.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { editVariantMetafields } from "./edit-variant-metafields.js";
import { addDuplicates, withMetafields } from "./with-metafields.js";
import { typedMetafields, type MetafieldValue } from "./typed-metafields.js";

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
    const problems = new Problems();
    const fields = typedMetafields(await declaredMetafields(work.stores, values), values, problems);
    addDuplicates(fields, problems);
    problems.throwIfAny();
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
