import { isTranslatable } from "../metafields/metafield-text.js";
import { isDefault } from "../options/option.js";
import type { ProductContent } from "./product-content.js";
import type { ProductTexts } from "./product-texts.js";

/** The texts of a product in the language of the catalogue. */
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
    .filter(isTranslatable)
    .map(({ namespace, key, value }) => ({ namespace, key, value })),
  media: media.map(({ id, alt }) => ({ id, alt })),
});
