import { InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { CollectionPayload } from "../collections/collection-payload.js";
import { CollectionTargetInput } from "../collections/collection-target-input.js";
import type { MetafieldInput } from "./metafield-input.js";
import { MetafieldListsInput } from "./metafield-lists-input.js";
import type { MetafieldNameInput } from "./metafield-name-input.js";

/** What staff can do to the custom fields of a collection. */
export const collectionMetafieldMutations = mutations("catalog", {
  collectionMetafieldsSet: {
    input: () => CollectionMetafieldsSetInput,
    payload: () => CollectionPayload,
    description:
      "Sets custom fields of a collection. Each needs a definition whose owners include COLLECTION.",
    about: "The collection and its custom fields.",
  },
  collectionMetafieldsRemove: {
    input: () => CollectionMetafieldsRemoveInput,
    payload: () => CollectionPayload,
    description: "Removes custom fields from a collection.",
    about: "The collection and the custom fields.",
  },
});

@InputType({ description: "Sets custom fields of a collection." })
class CollectionMetafieldsSetInput extends CollectionTargetInput {
  @MetafieldListsInput.ToSet()
  readonly metafields!: readonly MetafieldInput[];
}

@InputType({ description: "Removes custom fields from a collection." })
class CollectionMetafieldsRemoveInput extends CollectionTargetInput {
  @MetafieldListsInput.ToRemove("collection")
  readonly metafields!: readonly MetafieldNameInput[];
}
