import { fullName, type Metafield } from "../metafield.js";
import type { Option } from "../option.js";
import { localeChain } from "../../shared/locale.js";
import { isWords, type MetafieldText, type OptionTexts } from "./product-texts.js";

/** An option in the words of a language. */
export interface ShownOption extends Option {
  /** In the words under which it is stored, place by place; left out where they are the same. */
  readonly stored?: Option;
}

/** The translations that count in a language: the one wanted first, then what comes nearest to it. */
export const layersOf = <Translation extends { readonly locale: string }>(
  translations: readonly Translation[],
  locale: string,
): readonly Translation[] =>
  localeChain(locale).flatMap((tag) => translations.find((one) => one.locale === tag) ?? []);

/** Options in the words of the first layer that has any, text by text; otherwise as they are stored. */
export const shownOptions = (
  options: readonly Option[],
  layers: readonly (readonly OptionTexts[])[],
): readonly ShownOption[] => {
  if (layers.every((layer) => layer.length === 0)) return options;
  return options.map((option) => {
    const found = layers.flatMap((layer) => layer.find(({ name }) => name === option.name) ?? []);
    const words = new Map(
      found
        .toReversed()
        .flatMap(({ values }) => values.map(({ value, text }) => [value, text] as const)),
    );
    const name = found.find(({ text }) => text !== null)?.text ?? option.name;
    return found.length === 0
      ? option
      : { name, values: option.values.map((value) => words.get(value) ?? value), stored: option };
  });
};

/** How a stored value of an option is shown. */
export const shownValue = (option: ShownOption | undefined, value: string): string =>
  option?.values[option.stored?.values.indexOf(value) ?? -1] ?? value;

/** Custom fields in the words of the first layer that has them; figures and dates stay. */
export const shownMetafields = (
  metafields: readonly Metafield[],
  layers: readonly (readonly MetafieldText[])[],
): readonly Metafield[] => {
  const words = new Map(
    layers
      .toReversed()
      .flatMap((layer) => layer.map((field) => [fullName(field), field.value] as const)),
  );
  return words.size === 0
    ? metafields
    : metafields.map((field) =>
        isWords(field) ? { ...field, value: words.get(fullName(field)) ?? field.value } : field,
      );
};

/** The first text that a layer has. */
export const shownText = <Layer>(
  layers: readonly Layer[],
  of: (layer: Layer) => string | null | undefined,
  original: string,
): string => {
  for (const layer of layers) {
    const text = of(layer);
    if (text != null) return text;
  }
  return original;
};
