import {
  checkedPlain,
  plainTextsByPlace,
  translatePlain,
  type AskedPlainTexts,
  type PlainTranslation,
} from "./plain-texts.js";

export type DefinitionTextField = "name" | "description";
/** What people call a custom field in one language. */
export type DefinitionTranslation = PlainTranslation<DefinitionTextField>;
export type AskedDefinitionTexts = AskedPlainTexts<DefinitionTextField>;

export const DEFINITION_RULES = {
  name: { what: "The name of a custom field", min: 1, max: 255, place: ["name"] },
  description: {
    what: "The description of a custom field",
    max: 1_000,
    multiline: true,
    place: ["description"],
  },
} as const;

export const definitionTexts = (texts: {
  readonly [Name in DefinitionTextField]: string | null;
}): ReadonlyMap<string, string> => plainTextsByPlace(DEFINITION_RULES, texts);

/** @throws Refused with InvalidLocaleTag, InvalidText, TooMany */
export const checkedDefinitionTranslations = (
  translations: readonly DefinitionTranslation[],
): readonly DefinitionTranslation[] => checkedPlain(DEFINITION_RULES, translations);

/** @throws Refused with InvalidLocaleTag, InvalidText, GivenTwice, TooMany */
export const translateDefinition = (
  stored: readonly DefinitionTranslation[],
  asked: readonly AskedDefinitionTexts[],
): readonly DefinitionTranslation[] => translatePlain(DEFINITION_RULES, stored, asked);
