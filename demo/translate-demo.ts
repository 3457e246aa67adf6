import { MAX_BULK_ITEMS } from "../src/application/shared/bulk.js";
import { OPERATOR } from "../src/application/shared/viewer.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";
import { chunks } from "./chunks.js";
import { demoCollections } from "./demo-collections.js";

type Catalog = App["catalog"];
type Texts = Readonly<Record<string, string>>;
type ProductTranslation = Parameters<
  Catalog["productsTranslationsSet"]
>[0]["items"][number]["translations"][number];
type CollectionTranslation = Parameters<
  Catalog["collectionTranslationsSet"]
>[0]["translations"][number];

/** The texts of the demo catalogue in one language. */
export interface DemoTranslation {
  readonly locale: string;
  /** The names of options, by their name in the catalogue. */
  readonly options: Texts;
  /**
   * The values of options, by their value in the catalogue; a value that is not listed stays as it
   * is.
   */
  readonly optionValues: Texts;
  /** The values of metafields, by their value in the catalogue. */
  readonly metafields: Texts;
  /** By slug. */
  readonly products: Readonly<Record<string, DemoProductTexts>>;
  /** By slug. */
  readonly collections: Readonly<Record<string, DemoCollectionTexts>>;
}

interface DemoProductTexts {
  readonly title: string;
  readonly descriptionHtml?: string;
  readonly seoTitle?: string;
  /** Of the first image. */
  readonly alt?: string;
}

interface DemoCollectionTexts extends Pick<
  CollectionTranslation,
  "title" | "descriptionHtml" | "imageAlt"
> {
  readonly seoTitle?: string;
  readonly seoDescription?: string;
}

/**
 * Sets the texts of products and collections in another language. Texts of missing products and
 * collections are left out.
 */
export const translateDemo = async (
  catalog: Catalog,
  translation: DemoTranslation,
): Promise<void> => {
  await translateProducts(catalog, translation);
  await translateCollections(catalog, translation);
};

const FIELDS = new Set(["slug", "options", "metafields", "seo", "firstImage"] as const);

const productsOf = (catalog: Catalog, slugs: readonly string[]) =>
  catalog.admin.productsBySlug({ slugs, fields: FIELDS }, OPERATOR);
type Product =
  Awaited<ReturnType<typeof productsOf>> extends ReadonlyMap<string, infer View> ? View : never;

const translateProducts = async (catalog: Catalog, translation: DemoTranslation): Promise<void> => {
  const found = await productsOf(catalog, Object.keys(translation.products));
  const items = [...found].flatMap(([slug, product]) => {
    const texts = translation.products[slug];
    return texts && product.slug === slug
      ? [{ id: product.id, translations: [productTranslation(product, texts, translation)] }]
      : [];
  });
  for (const some of chunks(items, MAX_BULK_ITEMS))
    accepted(await catalog.productsTranslationsSet({ items: some }, OPERATOR));
};

const productTranslation = (
  { options = [], metafields = [], seo, firstImage }: Product,
  { seoTitle, alt, ...texts }: DemoProductTexts,
  { locale, options: names, optionValues, metafields: fields }: DemoTranslation,
): ProductTranslation => ({
  locale,
  ...texts,
  ...(seoTitle !== undefined && seo?.title !== "" && { seo: { title: seoTitle } }),
  // The option of a product without a choice has no translation.
  options: options.flatMap((option) => {
    const translation = names[option.name];
    const ofValues = option.values.map((value) => ({
      value,
      translation: optionValues[value] ?? value,
    }));
    return translation === undefined ? [] : [{ name: option.name, translation, values: ofValues }];
  }),
  metafields: metafields.flatMap(({ namespace, key, value }) =>
    Object.hasOwn(fields, value) ? [{ namespace, key, value: fields[value] }] : [],
  ),
  media: firstImage && alt !== undefined ? [{ id: firstImage.id, alt }] : [],
});

const translateCollections = async (
  catalog: Catalog,
  { locale, collections }: DemoTranslation,
): Promise<void> => {
  for (const [slug, id] of await demoCollections(catalog).ids(Object.keys(collections))) {
    const { seoTitle, seoDescription, ...texts } = collections[slug] ?? {};
    const seo = { title: seoTitle, description: seoDescription };
    accepted(
      await catalog.collectionTranslationsSet(
        { id, translations: [{ locale, ...texts, seo }] },
        OPERATOR,
      ),
    );
  }
};
