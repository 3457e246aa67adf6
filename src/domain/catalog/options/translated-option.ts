import type { OptionTexts } from "./option-texts.js";
import type { Option } from "./option.js";

/** An option with its name and values in a language. */
export interface TranslatedOption extends Option {
  /** The stored name and values, in the same order; left out when they are not translated. */
  readonly stored?: Option;
}

/**
 * Options with each text of the first layer that has it, or else the stored one.
 * @param layers the option texts of each language to search, best first
 */
export const translatedOptions = (
  options: readonly Option[],
  layers: readonly (readonly OptionTexts[])[],
): readonly TranslatedOption[] => {
  if (layers.every((layer) => layer.length === 0)) return options;
  return options.map((option) => {
    const found = layers.flatMap((layer) => layer.find(({ name }) => name === option.name) ?? []);
    if (found.length === 0) return option;
    const texts = new Map(
      found
        .toReversed()
        .flatMap(({ values }) => values.map(({ value, text }) => [value, text] as const)),
    );
    return {
      name: found.find(({ text }) => text !== null)?.text ?? option.name,
      values: option.values.map((value) => texts.get(value) ?? value),
      stored: option,
    };
  });
};

/** The translation of a stored option value. */
export const translatedValue = (option: TranslatedOption | undefined, value: string): string =>
  option?.values[option.stored?.values.indexOf(value) ?? -1] ?? value;
