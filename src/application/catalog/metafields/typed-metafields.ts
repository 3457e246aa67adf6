import { MetafieldUndeclared } from "../../../domain/catalog/metafields/errors.js";
import type { DeclaredMetafield } from "../../../domain/catalog/metafields/check-declared.js";
import {
  fullName,
  type Metafield,
  type MetafieldName,
} from "../../../domain/catalog/metafields/metafield.js";
import type { Problems } from "../../../domain/shared/problems.js";

export interface MetafieldValue extends MetafieldName {
  readonly value: string;
}

/**
 * Metafields with the types of their definitions.
 * @param problems receives MetafieldUndeclared for each one without a definition
 */
export const typedMetafields = (
  definitions: ReadonlyMap<string, DeclaredMetafield>,
  values: readonly MetafieldValue[],
  problems: Problems,
): readonly Metafield[] =>
  values.map(({ namespace, key, value }, index) => {
    const definition = definitions.get(fullName({ namespace, key }));
    if (!definition)
      problems.add(
        new MetafieldUndeclared(fullName({ namespace, key }), ["metafields", String(index)]),
      );
    return { namespace, key, type: definition?.type ?? "MULTILINE_TEXT", value };
  });
