import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { lockMetafieldDefinition, type DefinitionStores } from "./edit-metafield-definition.js";

/** Deletes a metafield definition that no product uses. */
export const metafieldDefinitionDelete = change(
  mayWriteCatalog,
  async (
    target: Target,
    { stores: { metafieldDefinitions } }: Work<DefinitionStores>,
  ): Promise<{ readonly deletedMetafieldDefinitionId: MetafieldDefinitionId }> => {
    const definition = await lockMetafieldDefinition({ metafieldDefinitions }, target);
    definition.delete(await metafieldDefinitions.countUses(definition.snapshot()));
    await metafieldDefinitions.remove(definition);
    return { deletedMetafieldDefinitionId: definition.id };
  },
);
