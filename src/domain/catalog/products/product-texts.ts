import type { MediaId } from "../ids.js";
import type { MetafieldText } from "../metafields/metafield-text.js";
import type { OptionTexts } from "../options/option-texts.js";

/** The texts of a product in one language. Null, or missing in a list: not translated. */
export interface ProductTexts {
  readonly title: string | null;
  readonly descriptionHtml: string | null;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly options: readonly OptionTexts[];
  readonly metafields: readonly MetafieldText[];
  /** The alternative texts of images. */
  readonly media: readonly { readonly id: MediaId; readonly alt: string }[];
}

export interface ProductTranslation extends ProductTexts {
  /** A canonical BCP 47 tag. */
  readonly locale: string;
}

export const NO_TEXTS: ProductTexts = {
  title: null,
  descriptionHtml: null,
  seoTitle: null,
  seoDescription: null,
  options: [],
  metafields: [],
  media: [],
};

/** The texts that are not empty, by path, such as `options.Size.values.M`. */
export const textsByPath = (texts: ProductTexts): ReadonlyMap<string, string> =>
  new Map(
    [
      ["title", texts.title] as const,
      ["descriptionHtml", texts.descriptionHtml] as const,
      ["seo.title", texts.seoTitle] as const,
      ["seo.description", texts.seoDescription] as const,
      ...texts.options.flatMap(({ name, text, values }) => [
        [`options.${name}.name`, text] as const,
        ...values.map((one) => [`options.${name}.values.${one.value}`, one.text] as const),
      ]),
      ...texts.metafields.map(
        ({ namespace, key, value }) => [`metafields.${namespace}.${key}`, value] as const,
      ),
      ...texts.media.map(({ id, alt }) => [`media.${id}.alt`, alt] as const),
    ].flatMap(([path, text]) => (text === null || text === "" ? [] : [[path, text] as const])),
  );
