import type { DeclaredMetafield } from "../../../domain/catalog/metafields/check-declared.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import { declaredMetafields } from "../product-edit/check-metafields.js";
import { typedMetafields, type MetafieldValue } from "./typed-metafields.js";
import { addDuplicates } from "./with-metafields.js";

interface MetafieldsToSet {
  /** With the types of their definitions. */
  readonly fields: readonly Metafield[];
  /** What the definitions say, by full name. */
  readonly declared: ReadonlyMap<string, DeclaredMetafield>;
}

/** @throws Refused with MetafieldUndeclared, and InvalidMetafield for each field that is given again */
export const metafieldsToSet = async (
  stores: Pick<CatalogStores, "metafieldDefinitions">,
  values: readonly MetafieldValue[],
): Promise<MetafieldsToSet> => {
  const problems = new Problems();
  const declared = await declaredMetafields(stores, values);
  const fields = typedMetafields(declared, values, problems);
  addDuplicates(fields, problems);
  problems.throwIfAny();
  return { fields, declared };
};
