import { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield-type.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { blankDefinition, patchedDefinition, type DefinitionPatch } from "./definition-patch.js";
import { ensureFewSearchable } from "./ensure-few-searchable.js";
import type { DefinitionStores, MetafieldDefinitionEdited } from "./edit-metafield-definition.js";

export interface MetafieldDefinitionCreate {
  readonly definition: DefinitionPatch & {
    readonly namespace: string;
    readonly key: string;
    readonly type: MetafieldType;
  };
}

/** Defines a metafield, so that products can have it. */
export const metafieldDefinitionCreate = change(
  mayWriteCatalog,
  async (
    { definition: { namespace, key, type, ...patch } }: MetafieldDefinitionCreate,
    { stores, now }: Work<DefinitionStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<MetafieldDefinitionEdited> =>
    withPathAsync(
      (path) => ["definition", ...path],
      async () => {
        const definition = MetafieldDefinition.declare(
          ids.next("metafield"),
          { namespace, key, type, ...patchedDefinition(patch, blankDefinition(key), key) },
          now,
        );
        await ensureFewSearchable(stores, definition);
        await stores.metafieldDefinitions.save([definition]);
        return { metafieldDefinitionId: definition.id, warnings: [] };
      },
    ),
);
