import { isDefault } from "../../../domain/catalog/option.js";
import type { ProductSnapshot } from "../../../domain/catalog/product.js";
import {
  translateCollection,
  type AskedCollectionTexts,
} from "../../../domain/catalog/translations/collection-texts.js";
import { isWords } from "../../../domain/catalog/translations/product-texts.js";
import {
  translateProduct,
  type AskedProductTexts,
} from "../../../domain/catalog/translations/translate-product.js";
import type { Clock } from "../../shared/clock.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import type { Viewer } from "../../shared/viewer.js";
import { asEdited, putProducts } from "../products/put-products.js";
import { takeProducts, type EditStores } from "../products/take-products.js";

type Words = Readonly<Record<string, string>>;

/** What the demo catalogue says in one language. */
export interface DemoTranslation {
  readonly locale: string;
  /** What options are called, and their values; a value that is not named reads the same. */
  readonly options: Words;
  readonly words: Words;
  /** What custom fields of words say, by what they say first. */
  readonly metafields: Words;
  /** By slug. */
  readonly products: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly descriptionHtml?: string;
        readonly seoTitle?: string;
        /** Of the first image. */ readonly alt?: string;
      }
    >
  >;
  readonly collections: Readonly<Record<string, Omit<AskedCollectionTexts, "locale">>>;
}

interface Needs {
  readonly unitOfWork: UnitOfWork<EditStores>;
  readonly clock: Clock;
}

const AT_ONCE = 25;

/** Gives the products and collections of the demo their texts in another language; those that are not there are passed over. */
export const translateDemo = async (
  { unitOfWork, clock }: Needs,
  translation: DemoTranslation,
  viewer: Viewer,
): Promise<void> => {
  const slugs = Object.keys(translation.products);
  for (let start = 0; start < slugs.length; start += AT_ONCE)
    await unitOfWork.run(async (stores) => {
      const found = await stores.products.bySlug(slugs.slice(start, start + AT_ONCE));
      const taken = [
        ...(
          await takeProducts(
            stores,
            [...found.values()].map(({ id }) => id),
          )
        ).values(),
      ];
      const now = clock.now();
      for (const { product, before } of taken)
        product.revise(translateProduct(before, [textsOf(before, translation)]), now);
      await putProducts(
        { stores, viewer, now },
        taken.map((one) => asEdited(one)),
      );
    });
  await unitOfWork.run(async ({ collections }) => {
    const found = await collections.bySlug(Object.keys(translation.collections));
    for (const [slug, collection] of found) {
      collection.revise(
        translateCollection(collection.snapshot(), [
          { locale: translation.locale, ...translation.collections[slug] },
        ]),
        clock.now(),
      );
      await collections.save(collection);
    }
  });
};

const textsOf = (
  { slug, options, metafields, media, seo }: ProductSnapshot,
  { locale, products, options: names, words, metafields: says }: DemoTranslation,
): AskedProductTexts => {
  const { seoTitle, alt, ...texts } = products[slug] ?? { title: null };
  const [first] = media;
  return {
    locale,
    ...texts,
    ...(seoTitle !== undefined && seo.title !== "" && { seo: { title: seoTitle } }),
    options: isDefault(options)
      ? []
      : options.map(({ name, values }) => ({
          name,
          translation: names[name] ?? name,
          values: values.map((value) => ({ value, translation: words[value] ?? value })),
        })),
    metafields: metafields
      .filter((field) => isWords(field) && Object.hasOwn(says, field.value))
      .map(({ namespace, key, value }) => ({ namespace, key, value: says[value] })),
    media: first && alt !== undefined ? [{ id: first.id, alt }] : [],
  };
};
