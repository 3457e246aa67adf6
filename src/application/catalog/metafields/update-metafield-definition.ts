import { placed } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { MetafieldDefinitionEdited } from "./create-metafield-definition.js";
import { nothingChanged } from "../nothing-changed.js";
import { kept } from "../products/product-words.js";
import { takeMetafieldDefinition, type DefinitionStores } from "./take-metafield-definition.js";
import type { Target } from "../products/take-products.js";

export interface UpdateMetafieldDefinition extends Target {
  readonly changes: {
    readonly name?: string | null | undefined;
    readonly description?: string | null | undefined;
  };
}

/** Changes what people say of a custom field; its name in programs and its type are fixed. */
export const updateMetafieldDefinition = change(
  mayWriteCatalog,
  async (
    { changes, ...target }: UpdateMetafieldDefinition,
    { stores, now }: Work<DefinitionStores>,
  ): Promise<MetafieldDefinitionEdited> => {
    const definition = await takeMetafieldDefinition(stores, target);
    const { name, description, key } = definition.snapshot();
    const isOther = await placed(
      (path) => ["changes", ...path],
      () =>
        definition.reword(
          {
            name: kept(changes.name, name, key),
            description: kept(changes.description, description, ""),
          },
          now,
        ),
    );
    await stores.metafieldDefinitions.save([definition]);
    return { metafieldDefinitionId: definition.id, warnings: isOther ? [] : [nothingChanged()] };
  },
);
