import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { takeMetafieldDefinition, type DefinitionStores } from "./take-metafield-definition.js";
import type { Target } from "../products/take-products.js";

/** Takes a custom field away that no product carries any more. */
export const deleteMetafieldDefinition = change(
  mayWriteCatalog,
  async (
    target: Target,
    { stores: { metafieldDefinitions } }: Work<DefinitionStores>,
  ): Promise<{ readonly deletedMetafieldDefinitionId: MetafieldDefinitionId }> => {
    const definition = await takeMetafieldDefinition({ metafieldDefinitions }, target);
    definition.delete(await metafieldDefinitions.countUses(definition.snapshot()));
    await metafieldDefinitions.remove(definition);
    return { deletedMetafieldDefinitionId: definition.id };
  },
);
