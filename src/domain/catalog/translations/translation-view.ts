import { translationLayers } from "./translation-layers.js";

/** A translation together with the texts that it lacks. */
export type TranslationView<Translation> = Translation & {
  /**
   * Paths of the texts that are shown in the language of the catalogue, such as
   * `options.Size.values.M`.
   */
  readonly missing: readonly string[];
};

/** @param originals the texts to translate, by path; called only when there are translations */
export const translationViews = <Translation extends { readonly locale: string }>(
  translations: readonly Translation[],
  originals: () => ReadonlyMap<string, string>,
  textsByPath: (one: Translation) => ReadonlyMap<string, string>,
): readonly TranslationView<Translation>[] => {
  if (translations.length === 0) return [];
  const paths = [...originals().keys()];
  return translations.map((one) => {
    const layers = translationLayers(translations, one.locale).map(textsByPath);
    return { ...one, missing: paths.filter((path) => !layers.some((layer) => layer.has(path))) };
  });
};
