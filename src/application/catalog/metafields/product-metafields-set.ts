import { InvalidMetafield } from "../../../domain/catalog/metafields/errors.js";
import { fullName, type Metafield } from "../../../domain/catalog/metafields/metafield.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { typedMetafields, type MetafieldValue } from "./typed-metafields.js";

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
    const problems = new Problems();
    const fields = await typedMetafields(work.stores, values, problems);
    addDuplicates(fields, problems);
    problems.throwIfAny();
    return editProduct(
      work,
      target,
      ({ before }) => {
        const indexes = new Map(fields.map((field, index) => [fullName(field), String(index)]));
        const unchanged = before.metafields.filter((field) => !indexes.has(fullName(field)));
        const order = [...before.metafields, ...fields].map(fullName);
        const metafields = [...unchanged, ...fields].toSorted(
          (a, b) => order.indexOf(fullName(a)) - order.indexOf(fullName(b)),
        );
        return {
          content: { ...before, metafields },
          toCommandPath: ([part = "", index = "", ...rest]) =>
            part !== "metafields"
              ? [part, index, ...rest]
              : ["metafields", ...indexOf(indexes, metafields[Number(index)], index), ...rest],
        };
      },
      ["metafields"],
    );
  },
);

const addDuplicates = (fields: readonly Metafield[], problems: Problems): void => {
  const seen = new Set<string>();
  for (const [index, name] of fields.map(fullName).entries()) {
    if (seen.has(name))
      problems.add(
        new InvalidMetafield(`The metafield ${name} is given twice: name it once.`, [
          "metafields",
          String(index),
        ]),
      );
    seen.add(name);
  }
};

const indexOf = (
  indexes: ReadonlyMap<string, string>,
  field: Metafield | undefined,
  index: string,
): readonly string[] => (index === "" || !field ? [] : [indexes.get(fullName(field)) ?? ""]);
