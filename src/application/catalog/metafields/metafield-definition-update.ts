import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { patchedDefinition, type DefinitionPatch } from "./definition-patch.js";
import { ensureFewSearchable, ensureUnused } from "./ensure-few-searchable.js";
import {
  editMetafieldDefinition,
  type DefinitionStores,
  type MetafieldDefinitionEdited,
} from "./edit-metafield-definition.js";

interface MetafieldDefinitionUpdate extends Target {
  readonly changes: DefinitionPatch;
}

/** Changes a metafield definition, except its namespace, key and type. */
export const metafieldDefinitionUpdate = change(
  mayWriteCatalog,
  async (
    { changes, ...target }: MetafieldDefinitionUpdate,
    { stores, now }: Work<DefinitionStores>,
  ): Promise<MetafieldDefinitionEdited> =>
    withPathAsync(
      (path) => (path[0] === "id" || path[0] === "expectedVersion" ? path : ["changes", ...path]),
      () =>
        editMetafieldDefinition(stores, target, async (definition) => {
          const before = definition.snapshot();
          const hasChanged = definition.revise(patchedDefinition(changes, before, before.key), now);
          await ensureUnused(stores, before, definition.snapshot());
          await ensureFewSearchable(stores, definition);
          return hasChanged;
        }),
    ),
);
