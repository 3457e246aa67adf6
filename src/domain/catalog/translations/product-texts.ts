import type { MediaId } from "../ids.js";
import type { Metafield, MetafieldName } from "../metafield.js";
import { isDefault } from "../option.js";
import type { ProductContent } from "../product.js";

/** The texts of a product in one language; null, or not named, for what nobody has translated. */
export interface ProductTexts {
  readonly title: string | null;
  readonly descriptionHtml: string | null;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly options: readonly OptionTexts[];
  /** Of texts only: a number is the same in every language. */
  readonly metafields: readonly MetafieldText[];
  /** The alternative texts of images. */
  readonly media: readonly { readonly id: MediaId; readonly alt: string }[];
}

/** An option, found by the name that it is stored under. */
export interface OptionTexts {
  readonly name: string;
  readonly text: string | null;
  readonly values: readonly ValueText[];
}

/** A value of an option, found by how it is stored. */
export interface ValueText {
  readonly value: string;
  readonly text: string;
}

export interface MetafieldText extends MetafieldName {
  readonly value: string;
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

/** Whether a custom field holds words. */
export const isWords = ({ type }: Pick<Metafield, "type">): boolean =>
  type === "TEXT" || type === "MULTILINE_TEXT";

/** Every text by its place, such as `options.Size.values.M`: what history tells and what completeness is measured by. */
export const textsByPlace = (texts: ProductTexts): ReadonlyMap<string, string> =>
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
    ].flatMap(([place, text]) => (text === null || text === "" ? [] : [[place, text] as const])),
  );

/** The texts of a product as they were written first. */
export const originalTexts = ({
  title,
  descriptionHtml,
  seo,
  options,
  metafields,
  media,
}: Omit<ProductContent, "translations">): ProductTexts => ({
  title,
  descriptionHtml,
  seoTitle: seo.title,
  seoDescription: seo.description,
  options: isDefault(options)
    ? []
    : options.map(({ name, values }) => ({
        name,
        text: name,
        values: values.map((value) => ({ value, text: value })),
      })),
  metafields: metafields
    .filter(isWords)
    .map(({ namespace, key, value }) => ({ namespace, key, value })),
  media: media.map(({ id, alt }) => ({ id, alt })),
});
