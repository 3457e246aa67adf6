import { addOption as withOption } from "../../../domain/catalog/edit-options.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface AddOption extends Target {
  readonly name: string;
  readonly values: readonly string[];
  /** The first value unless given. */
  readonly valueOfExistingVariants?: string | null | undefined;
}

/** Gives a product one more thing to choose by. */
export const addOption = change(
  mayWriteCatalog,
  (
    { name, values, valueOfExistingVariants, ...target }: AddOption,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => ({
      content: { ...before, ...withOption(before, { name, values, valueOfExistingVariants }) },
      // options.2.values.0 of the product is values.0 of the command; what is wrong with all of them speaks of the new one too.
      place: ([part, , ...rest]) => (part === "options" && rest.length > 0 ? rest : ["name"]),
    })),
);
