import { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { DefinitionStores, MetafieldDefinitionEdited } from "./edit-metafield-definition.js";

export interface MetafieldDefinitionCreate {
  readonly definition: {
    readonly namespace: string;
    readonly key: string;
    readonly type: MetafieldType;
    /** The key when left out. */
    readonly name?: string | null | undefined;
    readonly description?: string | null | undefined;
  };
}

/** Defines a metafield, so that products can have it. */
export const metafieldDefinitionCreate = change(
  mayWriteCatalog,
  async (
    { definition: { name, description, ...field } }: MetafieldDefinitionCreate,
    { stores, now }: Work<DefinitionStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<MetafieldDefinitionEdited> =>
    withPathAsync(
      (path) => ["definition", ...path],
      async () => {
        const definition = MetafieldDefinition.declare(
          ids.next("metafield"),
          { ...field, name: name ?? field.key, description: description ?? "" },
          now,
        );
        await stores.metafieldDefinitions.save([definition]);
        return { metafieldDefinitionId: definition.id, warnings: [] };
      },
    ),
);
