import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import { editedVariants } from "./edit-variants.js";
import type { EditStores, Target } from "../products/take-products.js";
import type { VariantWords } from "./variant-words.js";

export interface AddVariants extends Target {
  readonly variants: readonly VariantWords[];
}

export interface VariantNeeds {
  readonly ids: Ids;
  /** In which all prices of the shop are (ISO 4217). */
  readonly currency: string;
}

/** Gives a product more variants, behind those that it has. */
export const addVariants = change(
  mayWriteCatalog,
  (
    { variants, ...target }: AddVariants,
    work: Work<EditStores>,
    { ids, currency }: VariantNeeds,
  ): Promise<ProductEdited> =>
    editProduct(work, target, ({ before, prices, stock }) => {
      const drafts = variants.map((words, index) => ({
        id: ids.next("variant"),
        words,
        place: ["variants", String(index)],
      }));
      return editedVariants(before, drafts, { prices, stock }, currency);
    }),
);
