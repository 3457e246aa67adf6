import { fullName, type MetafieldName } from "../../../domain/catalog/metafield.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import { nothingChanged } from "../nothing-changed.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface RemoveProductMetafields extends Target {
  readonly metafields: readonly MetafieldName[];
}

/** Takes custom fields from a product; those that it does not carry are passed over. */
export const removeProductMetafields = change(
  mayWriteCatalog,
  async (
    { metafields, ...target }: RemoveProductMetafields,
    work: Work<EditStores>,
  ): Promise<ProductEdited> => {
    const doomed = new Set(metafields.map(fullName));
    const edited = await editProduct(work, target, ({ before }) => ({
      content: {
        ...before,
        metafields: before.metafields.filter((field) => !doomed.has(fullName(field))),
      },
    }));
    return {
      ...edited,
      warnings: edited.changes.length > 0 ? [] : [nothingChanged(["metafields"])],
    };
  },
);
