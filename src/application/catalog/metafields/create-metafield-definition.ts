import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import type { MetafieldType } from "../../../domain/catalog/metafield.js";
import { MetafieldDefinition } from "../../../domain/catalog/metafield-definition.js";
import { placed } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import type { CatalogStores } from "../ports.js";

export interface CreateMetafieldDefinition {
  readonly definition: {
    readonly namespace: string;
    readonly key: string;
    readonly type: MetafieldType;
    /** The key when not given. */
    readonly name?: string | null | undefined;
    readonly description?: string | null | undefined;
  };
}

/** What a change of a definition answers. Plain JSON. */
export interface MetafieldDefinitionEdited {
  readonly metafieldDefinitionId: MetafieldDefinitionId;
  readonly warnings: readonly Warning[];
}

/** Declares a custom field, so that products may carry it. */
export const createMetafieldDefinition = change(
  mayWriteCatalog,
  async (
    { definition: { name, description, ...field } }: CreateMetafieldDefinition,
    { stores, now }: Work<Pick<CatalogStores, "metafieldDefinitions">>,
    { ids }: { readonly ids: Ids },
  ): Promise<MetafieldDefinitionEdited> =>
    placed(
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
