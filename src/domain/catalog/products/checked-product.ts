import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import { InvalidMedia } from "../../media/media.js";
import { media } from "../images/media.js";
import { metafields } from "../metafields/metafield.js";
import { checkCombinations, options } from "../options/option.js";
import { publication } from "../publication.js";
import { slug } from "../slug.js";
import { TEXT_RULES } from "../translations/text-rules.js";
import { SkuTaken } from "../variants/errors.js";
import { variant, type Variant } from "../variants/variant.js";
import { checkedTranslations } from "./checked-translations.js";
import type { ProductContent } from "./product-content.js";
import { tags } from "./tags.js";

const MAX_VARIANTS = 2_000;
const MAX_MEDIA = 250;

const RULES = {
  ...TEXT_RULES,
  vendor: { what: "The vendor", max: 255 },
  productType: { what: "The product type", max: 255 },
  category: { what: "The category", max: 512 },
} as const;

/**
 * The content of a product in its stored form.
 * @throws Refused with every rule that it breaks, each with its path in the content
 */
export const checkedProduct = (content: ProductContent): ProductContent => {
  const problems = new Problems();
  const checked = (value: string, rule: keyof typeof RULES, ...path: readonly string[]): string =>
    problems.collect(() => text(value, RULES[rule]), ...path) ?? value;

  const next: ProductContent = {
    slug: problems.collect(() => slug(content.slug)) ?? content.slug,
    title: checked(content.title, "title", "title"),
    descriptionHtml: checked(content.descriptionHtml, "descriptionHtml", "descriptionHtml"),
    vendor: checked(content.vendor, "vendor", "vendor"),
    productType: checked(content.productType, "productType", "productType"),
    category: checked(content.category, "category", "category"),
    tags: problems.collect(() => tags(content.tags), "tags") ?? content.tags,
    status: content.status,
    publication: problems.collect(() => publication(content.publication)) ?? null,
    seo: {
      title: checked(content.seo.title, "seoTitle", "seo", "title"),
      description: checked(content.seo.description, "seoDescription", "seo", "description"),
    },
    giftCard: content.giftCard,
    options: problems.collect(() => options(content.options), "options") ?? content.options,
    metafields: problems.collect(() => metafields(content.metafields), "metafields") ?? [],
    media: content.media.map(
      (image, index) => problems.collect(() => media(image), "media", String(index)) ?? image,
    ),
    variants: content.variants.map(
      (one, index) => problems.collect(() => variant(one), "variants", String(index)) ?? one,
    ),
    translations: content.translations,
  };
  if (content.media.length > MAX_MEDIA)
    problems.add(new TooMany("images", content.media.length, MAX_MEDIA).prefixPath(["media"]));
  if (content.variants.length > MAX_VARIANTS)
    problems.add(
      new TooMany("variants", content.variants.length, MAX_VARIANTS).prefixPath(["variants"]),
    );
  problems.collect(() => checkCombinations(next.options, next.variants));
  checkSkus(next.variants, problems);
  checkMediaOfVariants(next, problems);
  checkMediaOfSwatches(next, problems);
  const translations = problems.collect(() => checkedTranslations(next)) ?? [];
  problems.throwIfAny();
  return { ...next, translations };
};

const checkSkus = (variants: readonly Variant[], problems: Problems): void => {
  const seen = new Set<string>();
  for (const [index, { sku }] of variants.entries()) {
    if (sku === null) continue;
    if (seen.has(sku)) problems.add(new SkuTaken(sku, ["variants", String(index), "sku"]));
    seen.add(sku);
  }
};

const checkMediaOfVariants = (
  { media: images, variants }: ProductContent,
  problems: Problems,
): void => {
  const imageIds = new Set(images.map(({ id }) => id));
  for (const [index, { mediaId }] of variants.entries())
    if (mediaId !== null && !imageIds.has(mediaId))
      problems.add(
        new InvalidMedia("A variant can only use an image of its own product.", [
          "variants",
          String(index),
          "mediaId",
        ]),
      );
};

const checkMediaOfSwatches = (
  { media: images, options: offered }: ProductContent,
  problems: Problems,
): void => {
  const imageIds = new Set(images.map(({ id }) => id));
  for (const [axis, { swatches = [] }] of offered.entries())
    for (const [index, { mediaId }] of swatches.entries())
      if (mediaId !== undefined && !imageIds.has(mediaId))
        problems.add(
          new InvalidMedia("A swatch can only show an image of its own product.", [
            "options",
            String(axis),
            "swatches",
            String(index),
            "mediaId",
          ]),
        );
};
