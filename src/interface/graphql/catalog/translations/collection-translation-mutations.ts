import { InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { CollectionPayload } from "../collections/collection-payload.js";
import { CollectionTargetInput } from "../collections/collection-target-input.js";
import { CollectionTranslationInput } from "./collection-translation-input.js";
import { LocalesField } from "./locales-field.js";
import { TranslationsField } from "./translations-field.js";

/** What staff can do to the translations of collections. */
export const collectionTranslationMutations = mutations("catalog", {
  collectionTranslationsSet: {
    input: () => CollectionTranslationsSetInput,
    payload: () => CollectionPayload,
    description: "Sets translations of a collection.",
    about: "The collection and its translations.",
  },
  collectionTranslationsRemove: {
    input: () => CollectionTranslationsRemoveInput,
    payload: () => CollectionPayload,
    description: "Removes the translations of a collection in some languages.",
    about: "The collection and the languages.",
  },
});

@InputType({ description: "Sets translations of a collection." })
class CollectionTranslationsSetInput extends CollectionTargetInput {
  @TranslationsField(
    () => CollectionTranslationInput,
    "Translations by language, 1 to 50. Languages that are not listed stay.",
  )
  readonly translations!: readonly CollectionTranslationInput[];
}

@InputType({ description: "Removes the translations of a collection in some languages." })
class CollectionTranslationsRemoveInput extends CollectionTargetInput {
  @LocalesField("The languages, 1 to 50. Languages without translations are ignored.")
  readonly locales!: readonly string[];
}
