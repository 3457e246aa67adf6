import { translationLayers } from "../translations/translation-layers.js";
import type { OptionTexts } from "./option-texts.js";
import type { Option } from "./option.js";
import { repeatedNames } from "./repeated-names.js";
import { translatedOptions } from "./translated-option.js";

/** Two options, or two values of one option, that have the same name in a language. */
export interface Ambiguity {
  readonly locale: string;
  readonly text: string;
  readonly what: "options" | "values of an option";
  /** The second of them: `["1", "name"]` for an option, `["1", "values", "0"]` for a value. */
  readonly path: readonly string[];
}

/** The ambiguous names in the languages that there are translations for. */
export const ambiguities = (
  options: readonly Option[],
  translations: readonly { readonly locale: string; readonly options: readonly OptionTexts[] }[],
): readonly Ambiguity[] =>
  translations.flatMap(({ locale }) => {
    const translated = translatedOptions(
      options,
      translationLayers(translations, locale).map((layer) => layer.options),
    );
    return [
      ...repeatedNames(translated.map(({ name }) => name)).map(([name, index]): Ambiguity => ({
        locale,
        text: name,
        what: "options",
        path: [String(index), "name"],
      })),
      ...translated.flatMap(({ values }, axis) =>
        repeatedNames(values).map(([value, index]): Ambiguity => ({
          locale,
          text: value,
          what: "values of an option",
          path: [String(axis), "values", String(index)],
        })),
      ),
    ];
  });
