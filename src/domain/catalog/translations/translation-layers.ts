import { localeChain } from "../../shared/locale-tag.js";

/**
 * The translations to search for a text in a language, best first: for `de-AT` those of `de-AT` and
 * of `de`.
 */
export const translationLayers = <Translation extends { readonly locale: string }>(
  translations: readonly Translation[],
  locale: string,
): readonly Translation[] =>
  localeChain(locale).flatMap((tag) => translations.find((one) => one.locale === tag) ?? []);

/** The text of the first layer that has one, or else the original. */
export const translatedText = <Layer>(
  layers: readonly Layer[],
  textOf: (layer: Layer) => string | null | undefined,
  original: string,
): string => {
  for (const layer of layers) {
    const text = textOf(layer);
    if (text != null) return text;
  }
  return original;
};
