import { MetafieldDefinitionNotFound } from "../../../domain/catalog/errors.js";
import type { MetafieldDefinition } from "../../../domain/catalog/metafield-definition.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import { parseId } from "../../shared/ids.js";
import type { CatalogStores } from "../ports.js";
import type { Target } from "../products/take-products.js";

export type DefinitionStores = Pick<CatalogStores, "metafieldDefinitions">;

/** Locks the definition that somebody wants to change. @throws MetafieldDefinitionNotFound, StaleVersion */
export const takeMetafieldDefinition = async (
  { metafieldDefinitions }: DefinitionStores,
  { id, expectedVersion }: Target,
): Promise<MetafieldDefinition> => {
  const definitionId = parseId("metafield", id);
  if (!definitionId) throw new MetafieldDefinitionNotFound(id);
  const definition = await metafieldDefinitions.get(definitionId);
  checkVersion(id, expectedVersion, definition.snapshot().version);
  return definition;
};
