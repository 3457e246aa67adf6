import { Problems } from "../shared/domain-error.js";
import { text } from "../shared/text.js";
import { InvalidMedia, SkuTaken, TooMany } from "./errors.js";
import { media } from "./media.js";
import { metafields } from "./metafield.js";
import { checkCombinations, options } from "./option.js";
import type { ProductContent } from "./product.js";
import { publication } from "./publication.js";
import { slug } from "./slug.js";
import { tags } from "./tags.js";
import { checkedTranslations } from "./translations/check-translations.js";
import { variant, type Variant } from "./variant.js";

const MAX_VARIANTS = 2_000;
const MAX_MEDIA = 250;

/**
 * The content of a product in its stored form.
 * @throws Refused with every rule that it breaks, each with its place in the content
 */
export const checkedProduct = (content: ProductContent): ProductContent => {
  const problems = new Problems();
  const line = (
    value: string,
    what: string,
    max: number,
    place: readonly string[],
    min = 0,
  ): string => problems.attempt(() => text(value, { what, max, min }), ...place) ?? value;

  const next: ProductContent = {
    slug: problems.attempt(() => slug(content.slug)) ?? content.slug,
    title: line(content.title, "The title", 255, ["title"], 1),
    descriptionHtml:
      problems.attempt(
        () =>
          text(content.descriptionHtml, { what: "The description", max: 500_000, multiline: true }),
        "descriptionHtml",
      ) ?? "",
    vendor: line(content.vendor, "The vendor", 255, ["vendor"]),
    productType: line(content.productType, "The product type", 255, ["productType"]),
    category: line(content.category, "The category", 512, ["category"]),
    tags: problems.attempt(() => tags(content.tags), "tags") ?? content.tags,
    status: content.status,
    publication: problems.attempt(() => publication(content.publication)) ?? null,
    seo: {
      title: line(content.seo.title, "The SEO title", 255, ["seo", "title"]),
      description: line(content.seo.description, "The SEO description", 1_000, [
        "seo",
        "description",
      ]),
    },
    giftCard: content.giftCard,
    options: problems.attempt(() => options(content.options), "options") ?? content.options,
    metafields: problems.attempt(() => metafields(content.metafields), "metafields") ?? [],
    media: content.media.map(
      (image, index) => problems.attempt(() => media(image), "media", String(index)) ?? image,
    ),
    variants: content.variants.map(
      (one, index) => problems.attempt(() => variant(one), "variants", String(index)) ?? one,
    ),
    translations: content.translations,
  };
  if (content.media.length > MAX_MEDIA)
    problems.add(new TooMany("images", content.media.length, MAX_MEDIA).within(["media"]));
  if (content.variants.length > MAX_VARIANTS)
    problems.add(
      new TooMany("variants", content.variants.length, MAX_VARIANTS).within(["variants"]),
    );
  problems.attempt(() => checkCombinations(next.options, next.variants));
  checkSkus(next.variants, problems);
  checkMediaOfVariants(next, problems);
  const translations = problems.attempt(() => checkedTranslations(next)) ?? [];
  problems.throwIfAny();
  return { ...next, translations };
};

function checkSkus(variants: readonly Variant[], problems: Problems): void {
  const seen = new Set<string>();
  for (const [index, { sku }] of variants.entries()) {
    if (sku === null) continue;
    if (seen.has(sku)) problems.add(new SkuTaken(sku, ["variants", String(index), "sku"]));
    seen.add(sku);
  }
}

function checkMediaOfVariants(
  { media: images, variants }: ProductContent,
  problems: Problems,
): void {
  const known = new Set(images.map(({ id }) => id));
  for (const [index, { mediaId }] of variants.entries())
    if (mediaId !== null && !known.has(mediaId))
      problems.add(
        new InvalidMedia("A variant may only point at an image of its own product.", [
          "variants",
          String(index),
          "mediaId",
        ]),
      );
}
