import type { FieldChange } from "../../../domain/catalog/product-changes.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import { editTaken, type ProductEdited } from "./edit-product.js";
import { nothingChanged } from "../nothing-changed.js";
import { reworded, type ProductWords } from "./product-words.js";
import { takeProduct, type EditStores, type TakenProduct, type Target } from "./take-products.js";

export interface UpdateProduct extends Target {
  readonly changes: ProductWords;
}

/** Changes what people write about a product; what is left out stays. */
export const updateProduct = change(
  mayWriteCatalog,
  async (command: UpdateProduct, work: Work<EditStores>): Promise<ProductEdited> =>
    reword(await takeProduct(work.stores, command), command, work),
);

/** @throws Refused, SlugTaken, StaleVersion */
export const reword = async (
  taken: TakenProduct,
  { changes }: UpdateProduct,
  work: Work<EditStores>,
): Promise<ProductEdited> => {
  const edited = await editTaken(work, taken, ({ before }) => ({
    content: reworded(before, changes),
    place: (path) => ["changes", ...path],
  }));
  return { ...edited, warnings: [...edited.warnings, ...noticed(edited.changes)] };
};

const noticed = (changes: readonly FieldChange[]): readonly Warning[] => {
  if (changes.length === 0) return [nothingChanged()];
  const slug = changes.find(({ path }) => path === "slug");
  return slug
    ? [
        {
          code: "OLD_SLUG_REDIRECTED",
          message: "Whoever asks for the slug of before is led to the new one from now on.",
          path: ["changes", "slug"],
        },
      ]
    : [];
};
