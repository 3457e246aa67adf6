import type { Collection, CollectionContent } from "../../../domain/catalog/collection.js";
import {
  translateCollection,
  type AskedCollectionTexts,
} from "../../../domain/catalog/translations/collection-texts.js";
import { untranslate } from "../../../domain/catalog/translations/translate-product.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { CatalogStores } from "../ports.js";
import { takeCollection, type CollectionEdited } from "../collections/take-collection.js";
import { nothingChanged } from "../nothing-changed.js";
import type { Target } from "../products/take-products.js";
import type { RemoveTranslations } from "./translate-products.js";

type Stores = Pick<CatalogStores, "collections">;

export interface SetCollectionTranslations extends Target {
  readonly translations: readonly (Omit<AskedCollectionTexts, "seoTitle" | "seoDescription"> & {
    readonly seo?:
      | {
          readonly title?: string | null | undefined;
          readonly description?: string | null | undefined;
        }
      | null
      | undefined;
  })[];
}

/** Writes the texts of a collection in other languages. */
export const setCollectionTranslations = change(
  mayWriteCatalog,
  async (
    { translations, ...target }: SetCollectionTranslations,
    { stores, now }: Work<Stores>,
  ): Promise<CollectionEdited> => {
    const asked = translations.map(({ seo, ...texts }): AskedCollectionTexts => ({
      ...texts,
      seoTitle: seo === null ? null : seo?.title,
      seoDescription: seo === null ? null : seo?.description,
    }));
    return edited(
      stores,
      await takeCollection(stores, target),
      (before) => translateCollection(before, asked),
      now,
      "translations",
    );
  },
);

/** Takes the texts of a collection in some languages away; those that it has none in are passed over. */
export const removeCollectionTranslations = change(
  mayWriteCatalog,
  async (
    { locales, ...target }: RemoveTranslations,
    { stores, now }: Work<Stores>,
  ): Promise<CollectionEdited> =>
    edited(
      stores,
      await takeCollection(stores, target),
      (before) => untranslate(before, locales),
      now,
      "locales",
    ),
);

const edited = async (
  { collections }: Stores,
  collection: Collection,
  edit: (before: CollectionContent) => CollectionContent,
  now: Date,
  place: string,
): Promise<CollectionEdited> => {
  const isOther = collection.revise(edit(collection.snapshot()), now);
  await collections.save(collection);
  return { collectionId: collection.id, warnings: isOther ? [] : [nothingChanged([place])] };
};
