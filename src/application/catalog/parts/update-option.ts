import { editOption, type OptionEdit } from "../../../domain/catalog/edit-option.js";
import { axisOf } from "../../../domain/catalog/edit-options.js";
import { oneLine } from "../../../domain/shared/text.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface UpdateOption extends Target, OptionEdit {
  readonly name: string;
}

/** Renames what buyers choose by and its values, adds and takes away values, and puts them in order; variants follow. */
export const updateOption = change(
  mayWriteCatalog,
  (
    {
      name,
      newName,
      renameValues,
      addValues,
      removeValues,
      orderOfValues,
      ...target
    }: UpdateOption,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const choice = editOption(before, name, {
        newName,
        renameValues,
        addValues,
        removeValues,
        orderOfValues,
      });
      const values = choice.options[axisOf(before.options, name)]?.values ?? [];
      return {
        content: { ...before, ...choice },
        place: ([, , part, index]) =>
          part === "values"
            ? placeOfValue(values[Number(index)] ?? "", { renameValues, addValues })
            : ["newName"],
      };
    }),
);

const placeOfValue = (
  value: string,
  { renameValues, addValues }: OptionEdit,
): readonly string[] => {
  const renamed = (renameValues ?? []).findIndex(({ to }) => oneLine(to) === value);
  if (renamed >= 0) return ["renameValues", String(renamed), "to"];
  const added = (addValues ?? []).findIndex((one) => oneLine(one) === value);
  return added >= 0 ? ["addValues", String(added)] : ["addValues"];
};
