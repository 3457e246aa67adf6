import { MetafieldUndeclared } from "../../../domain/catalog/metafields/errors.js";
import type { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import {
  fullName,
  type Metafield,
  type MetafieldName,
} from "../../../domain/catalog/metafields/metafield.js";
import type { Problems } from "../../../domain/shared/problems.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

export interface MetafieldValue extends MetafieldName {
  readonly value: string;
}

/**
 * Metafields with the types of their definitions.
 * @param problems receives MetafieldUndeclared for each one without a definition
 */
export const typedMetafields = async (
  { metafieldDefinitions }: Pick<CatalogStores, "metafieldDefinitions">,
  values: readonly MetafieldValue[],
  problems: Problems,
): Promise<readonly Metafield[]> => {
  const definitions =
    values.length > 0
      ? await metafieldDefinitions.byName(values)
      : new Map<string, MetafieldDefinition>();
  return values.map(({ namespace, key, value }, index) => {
    const definition = definitions.get(fullName({ namespace, key }));
    if (!definition)
      problems.add(
        new MetafieldUndeclared(fullName({ namespace, key }), ["metafields", String(index)]),
      );
    return { namespace, key, type: definition?.snapshot().type ?? "MULTILINE_TEXT", value };
  });
};
