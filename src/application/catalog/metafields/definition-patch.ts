import type { MetafieldChoice } from "../../../domain/catalog/metafields/metafield-choice.js";
import type { MetafieldDefinitionPatch } from "../../../domain/catalog/metafields/metafield-definition.js";
import { DEFAULT_USAGE } from "../../../domain/catalog/metafields/metafield-usage.js";
import { patched, patchedValue, type Patch } from "../../shared/patch.js";

/** A choice as entered. */
interface ChoiceInput extends Pick<MetafieldChoice, "value"> {
  /** The value when left out. */
  readonly label?: string | null | undefined;
  readonly translations?: MetafieldChoice["translations"] | null | undefined;
}

/** Changes to a definition. Choices are replaced as a whole. */
export interface DefinitionPatch extends Patch<Omit<MetafieldDefinitionPatch, "choices">> {
  readonly choices?: readonly ChoiceInput[] | null | undefined;
}

export const patchedDefinition = (
  { choices, ...patch }: DefinitionPatch,
  stored: MetafieldDefinitionPatch,
  key: string,
): MetafieldDefinitionPatch => {
  const { choices: storedChoices, ...fields } = stored;
  const { choices: none, ...blank } = blankDefinition(key);
  return {
    ...patched(patch, fields, blank),
    choices: patchedValue(choices && choices.map(toChoice), storedChoices, none),
  };
};

/** What a definition has that is not given. */
export const blankDefinition = (key: string): MetafieldDefinitionPatch => ({
  name: key,
  description: "",
  ...DEFAULT_USAGE,
  choices: [],
});

const toChoice = ({ value, label, translations }: ChoiceInput): MetafieldChoice => ({
  value,
  label: label ?? value,
  translations: translations ?? [],
});
