import { removeOption as withoutOption } from "../../../domain/catalog/edit-options.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface RemoveOption extends Target {
  readonly name: string;
}

/** Takes away something to choose by, provided that the variants can be told apart without it. */
export const removeOption = change(
  mayWriteCatalog,
  ({ name, ...target }: RemoveOption, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => ({
      content: { ...before, ...withoutOption(before, name) },
      place: () => ["name"],
    })),
);
