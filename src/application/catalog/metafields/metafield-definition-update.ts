import { withPath } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { patchedValue } from "../../shared/patch.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import {
  editMetafieldDefinition,
  type DefinitionStores,
  type MetafieldDefinitionEdited,
} from "./edit-metafield-definition.js";

interface MetafieldDefinitionUpdate extends Target {
  readonly changes: {
    readonly name?: string | null | undefined;
    readonly description?: string | null | undefined;
  };
}

/**
 * Changes the name and the description of a metafield definition. Its namespace, key and type
 * cannot be changed.
 */
export const metafieldDefinitionUpdate = change(
  mayWriteCatalog,
  async (
    { changes, ...target }: MetafieldDefinitionUpdate,
    { stores, now }: Work<DefinitionStores>,
  ): Promise<MetafieldDefinitionEdited> =>
    editMetafieldDefinition(stores, target, (definition) => {
      const { name, description, key } = definition.snapshot();
      return withPath(
        (path) => ["changes", ...path],
        () =>
          definition.revise(
            {
              name: patchedValue(changes.name, name, key),
              description: patchedValue(changes.description, description, ""),
            },
            now,
          ),
      );
    }),
);
