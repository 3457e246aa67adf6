import { VariantNotFound } from "../../../domain/catalog/errors.js";
import { findParts } from "../../../domain/catalog/find-parts.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { VariantNeeds } from "./add-variants.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import { editedVariants } from "./edit-variants.js";
import type { EditStores, Target } from "../products/take-products.js";
import type { VariantWords } from "./variant-words.js";

export interface UpdateVariants extends Target {
  readonly variants: readonly { readonly id: string; readonly changes: VariantWords }[];
}

/** Changes variants of a product, with their prices and their stock, each in its own way. */
export const updateVariants = change(
  mayWriteCatalog,
  (
    { variants, ...target }: UpdateVariants,
    work: Work<EditStores>,
    { currency }: Pick<VariantNeeds, "currency">,
  ): Promise<ProductEdited> =>
    editProduct(work, target, ({ before, prices, stock }) => {
      const problems = new Problems();
      const found = findParts(
        before.variants,
        variants.map(({ id }) => id),
        problems,
        (index) => ["variants", index, "id"],
        (id, place) => new VariantNotFound(id, place),
      );
      const edits = found.map(({ part, index }) => ({
        id: part.id,
        words: variants[index]?.changes ?? {},
        place: ["variants", String(index), "changes"],
      }));
      return editedVariants(before, edits, { prices, stock }, currency, problems);
    }),
);
