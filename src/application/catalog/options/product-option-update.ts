import { editOption, type OptionEdit } from "../../../domain/catalog/options/edit-option.js";
import { optionIndex } from "../../../domain/catalog/options/option-index.js";
import { Problems } from "../../../domain/shared/problems.js";
import { oneLine } from "../../../domain/shared/text.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { changedSwatches, type SwatchInput } from "./chosen-swatches.js";

interface ProductOptionUpdate extends Target, Omit<OptionEdit, "swatches"> {
  readonly name: string;
  /** By the new names of the values; one without a colour and an image is removed. */
  readonly swatches?: readonly SwatchInput[] | null | undefined;
}

/** Renames an option or its values, adds, removes and reorders values, sets swatches. The variants follow. */
export const productOptionUpdate = change(
  mayWriteCatalog,
  (
    {
      name,
      newName,
      renameValues,
      addValues,
      removeValues,
      orderOfValues,
      swatches,
      ...target
    }: ProductOptionUpdate,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const edited =
        problems.collect(() =>
          editOption(before, name, {
            newName,
            renameValues,
            addValues,
            removeValues,
            orderOfValues,
            swatches: changedSwatches(swatches ?? [], before.media, problems, "swatches"),
          }),
        ) ?? before;
      const values = edited.options[optionIndex(before.options, name)]?.values ?? [];
      return {
        content: { ...before, ...edited },
        problems,
        toCommandPath: ([, , part, index]) =>
          part === "values"
            ? pathOfValue(values[Number(index)] ?? "", { renameValues, addValues })
            : ["newName"],
      };
    }),
);

const pathOfValue = (value: string, { renameValues, addValues }: OptionEdit): readonly string[] => {
  const renamed = (renameValues ?? []).findIndex(({ to }) => oneLine(to) === value);
  if (renamed >= 0) return ["renameValues", String(renamed), "to"];
  const added = (addValues ?? []).findIndex((one) => oneLine(one) === value);
  return added >= 0 ? ["addValues", String(added)] : ["addValues"];
};
