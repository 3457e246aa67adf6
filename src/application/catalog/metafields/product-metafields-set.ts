import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { metafieldsToSet } from "./metafields-to-set.js";
import { pathInInput, withMetafields } from "./with-metafields.js";
import type { MetafieldValue } from "./typed-metafields.js";

interface ProductMetafieldsSet extends Target {
  readonly metafields: readonly MetafieldValue[];
}

/** Sets metafields of a product. Their types are those of their definitions. */
export const productMetafieldsSet = change(
  mayWriteCatalog,
  async (
    { metafields: values, ...target }: ProductMetafieldsSet,
    work: Work<EditStores>,
  ): Promise<ProductEdited> => {
    const { fields } = await metafieldsToSet(work.stores, values);
    return editProduct(
      work,
      target,
      ({ before }) => {
        const metafields = withMetafields(before.metafields, fields);
        return {
          content: { ...before, metafields },
          toCommandPath: ([part = "", ...rest]) =>
            part === "metafields" ? pathInInput(fields, metafields, rest) : [part, ...rest],
        };
      },
      ["metafields"],
    );
  },
);
