import type { ProductContent } from "../../../domain/catalog/product.js";

/** What people write about a product. Left out means "as it is", null means "empty". */
export interface ProductWords {
  readonly title?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly descriptionHtml?: string | null | undefined;
  readonly vendor?: string | null | undefined;
  readonly productType?: string | null | undefined;
  readonly category?: string | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly giftCard?: boolean | null | undefined;
  readonly seo?:
    | {
        readonly title?: string | null | undefined;
        readonly description?: string | null | undefined;
      }
    | null
    | undefined;
}

/** A product in other words. */
export const reworded = (content: ProductContent, words: ProductWords): ProductContent => ({
  ...content,
  title: kept(words.title, content.title, ""),
  slug: words.slug ?? content.slug,
  descriptionHtml: kept(words.descriptionHtml, content.descriptionHtml, ""),
  vendor: kept(words.vendor, content.vendor, ""),
  productType: kept(words.productType, content.productType, ""),
  category: kept(words.category, content.category, ""),
  tags: kept(words.tags, content.tags, []),
  giftCard: kept(words.giftCard, content.giftCard, false),
  seo: {
    title: kept(words.seo === null ? null : words.seo?.title, content.seo.title, ""),
    description: kept(
      words.seo === null ? null : words.seo?.description,
      content.seo.description,
      "",
    ),
  },
});

/** Left out keeps what is there, null takes the empty value. */
export const kept = <Value>(given: Value | null | undefined, stored: Value, empty: Value): Value =>
  given === undefined ? stored : (given ?? empty);
