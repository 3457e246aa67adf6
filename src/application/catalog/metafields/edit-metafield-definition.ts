import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import { MetafieldDefinitionNotFound } from "../../../domain/catalog/metafields/errors.js";
import type { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import { type Warning, nothingChanged } from "../../shared/warning.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

export type DefinitionStores = Pick<CatalogStores, "metafieldDefinitions">;

/** The result of a change of a metafield definition. Plain JSON. */
export interface MetafieldDefinitionEdited {
  readonly metafieldDefinitionId: MetafieldDefinitionId;
  readonly warnings: readonly Warning[];
}

/**
 * Locks a metafield definition, edits it and saves it. Warns when nothing changed.
 * @param edit returns whether anything changed
 * @param pathOfWarning what the warning is about
 */
export const editMetafieldDefinition = async (
  stores: DefinitionStores,
  target: Target,
  edit: (definition: MetafieldDefinition) => boolean | Promise<boolean>,
  pathOfWarning: readonly string[] = [],
): Promise<MetafieldDefinitionEdited> => {
  const definition = await lockMetafieldDefinition(stores, target);
  const hasChanged = await edit(definition);
  await stores.metafieldDefinitions.save([definition]);
  return {
    metafieldDefinitionId: definition.id,
    warnings: hasChanged ? [] : [nothingChanged(pathOfWarning)],
  };
};

/** @throws MetafieldDefinitionNotFound, StaleVersion */
export const lockMetafieldDefinition = (
  { metafieldDefinitions }: DefinitionStores,
  target: Target,
): Promise<MetafieldDefinition> =>
  lockTarget(
    "metafield",
    target,
    metafieldDefinitions,
    (id) => new MetafieldDefinitionNotFound(id),
  );
