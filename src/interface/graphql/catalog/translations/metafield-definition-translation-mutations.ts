import { InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { MetafieldDefinitionPayload } from "../metafields/metafield-definition-payload.js";
import { MetafieldDefinitionTargetInput } from "../metafields/metafield-definition-target-input.js";
import { LocalesField } from "./locales-field.js";
import { MetafieldDefinitionTranslationInput } from "./metafield-definition-translation-input.js";
import { TranslationsField } from "./translations-field.js";

/** What staff can do to the translations of definitions of custom fields. */
export const metafieldDefinitionTranslationMutations = mutations("catalog", {
  metafieldDefinitionTranslationsSet: {
    input: () => MetafieldDefinitionTranslationsSetInput,
    payload: () => MetafieldDefinitionPayload,
    description: "Sets translations of a custom field definition.",
    about: "The definition and its translations.",
  },
  metafieldDefinitionTranslationsRemove: {
    input: () => MetafieldDefinitionTranslationsRemoveInput,
    payload: () => MetafieldDefinitionPayload,
    description: "Removes the translations of a custom field definition in some languages.",
    about: "The definition and the languages.",
  },
});

@InputType({ description: "Sets translations of a custom field definition." })
class MetafieldDefinitionTranslationsSetInput extends MetafieldDefinitionTargetInput {
  @TranslationsField(
    () => MetafieldDefinitionTranslationInput,
    "Translations by language, 1 to 50. Languages that are not listed stay.",
  )
  readonly translations!: readonly MetafieldDefinitionTranslationInput[];
}

@InputType({
  description: "Removes the translations of a custom field definition in some languages.",
})
class MetafieldDefinitionTranslationsRemoveInput extends MetafieldDefinitionTargetInput {
  @LocalesField("The languages, 1 to 50. Languages without translations are ignored.")
  readonly locales!: readonly string[];
}
