import { InvalidMetafield, MetafieldUndeclared } from "../../../domain/catalog/errors.js";
import { fullName, type Metafield, type MetafieldName } from "../../../domain/catalog/metafield.js";
import type { MetafieldDefinition } from "../../../domain/catalog/metafield-definition.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import { nothingChanged } from "../nothing-changed.js";
import type { CatalogStores } from "../ports.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface MetafieldValue extends MetafieldName {
  readonly value: string;
}

export interface SetProductMetafields extends Target {
  readonly metafields: readonly MetafieldValue[];
}

/** Gives a product custom fields, or others values to those it has; the types are the declared ones. */
export const setProductMetafields = change(
  mayWriteCatalog,
  async (
    { metafields: values, ...target }: SetProductMetafields,
    work: Work<EditStores>,
  ): Promise<ProductEdited> => {
    const problems = new Problems();
    const given = await typedMetafields(work.stores, values, problems);
    const seen = new Set<string>();
    for (const [index, name] of given.map(fullName).entries()) {
      if (seen.has(name))
        problems.add(
          new InvalidMetafield(`The metafield ${name} is given twice: name it once.`, [
            "metafields",
            String(index),
          ]),
        );
      seen.add(name);
    }
    problems.throwIfAny();
    const edited = await editProduct(work, target, ({ before }) => {
      const places = new Map(given.map((field, index) => [fullName(field), String(index)]));
      const kept = before.metafields.filter((field) => !places.has(fullName(field)));
      const order = [...before.metafields, ...given].map(fullName);
      const metafields = [...kept, ...given].toSorted(
        (a, b) => order.indexOf(fullName(a)) - order.indexOf(fullName(b)),
      );
      return {
        content: { ...before, metafields },
        place: ([part = "", index = "", ...rest]) =>
          part !== "metafields"
            ? [part, index, ...rest]
            : ["metafields", ...placeOf(places, metafields[Number(index)], index), ...rest],
      };
    });
    return {
      ...edited,
      warnings: edited.changes.length > 0 ? [] : [nothingChanged(["metafields"])],
    };
  },
);

const placeOf = (
  places: ReadonlyMap<string, string>,
  field: Metafield | undefined,
  index: string,
): readonly string[] => (index === "" || !field ? [] : [places.get(fullName(field)) ?? ""]);

/** Values with the types that their fields are declared with; what is not declared is a problem at its place. */
export const typedMetafields = async (
  { metafieldDefinitions }: Pick<CatalogStores, "metafieldDefinitions">,
  values: readonly MetafieldValue[],
  problems: Problems,
): Promise<readonly Metafield[]> => {
  const declared =
    values.length > 0
      ? await metafieldDefinitions.byName(values)
      : new Map<string, MetafieldDefinition>();
  return values.map(({ namespace, key, value }, index) => {
    const definition = declared.get(fullName({ namespace, key }));
    if (!definition)
      problems.add(
        new MetafieldUndeclared(fullName({ namespace, key }), ["metafields", String(index)]),
      );
    return { namespace, key, type: definition?.snapshot().type ?? "MULTILINE_TEXT", value };
  });
};
