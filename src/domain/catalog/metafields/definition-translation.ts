import {
  checkedFlatTranslations,
  flatTextsByPath,
  translateFlat,
  type FlatTranslation,
  type FlatTranslationPatch,
} from "../translations/flat-translation.js";

/** The name and description of a metafield definition in one language. */
export type DefinitionTranslation = FlatTranslation<DefinitionTextField>;
export type DefinitionTranslationPatch = FlatTranslationPatch<DefinitionTextField>;

export type DefinitionTextField = "name" | "description";

/** Limits of the texts, in every language. Lengths in UTF-16 units. */
export const DEFINITION_RULES = {
  name: { what: "The name of a custom field", min: 1, max: 255, path: ["name"] },
  description: {
    what: "The description of a custom field",
    max: 1_000,
    multiline: true,
    path: ["description"],
  },
} as const;

export const definitionTextsByPath = (texts: {
  readonly [Name in DefinitionTextField]: string | null;
}): ReadonlyMap<string, string> => flatTextsByPath(DEFINITION_RULES, texts);

/** @throws Refused with InvalidLocaleTag, InvalidText, TooMany */
export const checkedDefinitionTranslations = (
  translations: readonly DefinitionTranslation[],
): readonly DefinitionTranslation[] => checkedFlatTranslations(DEFINITION_RULES, translations);

/** @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany */
export const translateDefinition = (
  stored: readonly DefinitionTranslation[],
  patches: readonly DefinitionTranslationPatch[],
): readonly DefinitionTranslation[] => translateFlat(DEFINITION_RULES, stored, patches);
