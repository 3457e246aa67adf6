import { addOption } from "../../../domain/catalog/options/add-option.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { chosenSwatches, type SwatchInput } from "./chosen-swatches.js";

interface ProductOptionAdd extends Target {
  readonly name: string;
  readonly values: readonly string[];
  readonly swatches?: readonly SwatchInput[] | null | undefined;
  /** The first value when left out. */
  readonly valueOfExistingVariants?: string | null | undefined;
}

/** Adds an option to a product. */
export const productOptionAdd = change(
  mayWriteCatalog,
  (
    { name, values, swatches, valueOfExistingVariants, ...target }: ProductOptionAdd,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const added = addOption(before, {
        name,
        values,
        ...(swatches && {
          swatches: chosenSwatches(swatches, before.media, problems, "swatches"),
        }),
        valueOfExistingVariants,
      });
      return {
        content: { ...before, ...added },
        problems,
        // `options.2.values.0` of the product is `values.0` of the command; errors about all options
        // are reported at its name.
        toCommandPath: ([part, , ...rest]) =>
          part === "options" && rest.length > 0 ? rest : ["name"],
      };
    }),
);
