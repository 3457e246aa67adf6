import type { MetafieldName } from "../../../domain/catalog/metafields/metafield.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { withoutMetafields } from "./with-metafields.js";

interface ProductMetafieldsRemove extends Target {
  readonly metafields: readonly MetafieldName[];
}

/** Removes metafields from a product. Metafields that it does not have are ignored. */
export const productMetafieldsRemove = change(
  mayWriteCatalog,
  async (
    { metafields, ...target }: ProductMetafieldsRemove,
    work: Work<EditStores>,
  ): Promise<ProductEdited> => {
    return editProduct(
      work,
      target,
      ({ before }) => ({
        content: {
          ...before,
          metafields: withoutMetafields(before.metafields, metafields),
        },
      }),
      ["metafields"],
    );
  },
);
