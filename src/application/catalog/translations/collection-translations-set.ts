import {
  translateCollection,
  type CollectionTranslationPatch,
} from "../../../domain/catalog/collections/collection-translation.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editCollection } from "../collections/edit-collection.js";
import type { CollectionEdited } from "../collections/lock-collection.js";
import type { CollectionStores } from "../collections/save-collection.js";
import type { SeoPatch } from "../product-edit/seo-patch.js";

interface CollectionTranslationsSet extends Target {
  readonly translations: readonly (Omit<
    CollectionTranslationPatch,
    "seoTitle" | "seoDescription"
  > & { readonly seo?: SeoPatch })[];
}

/** Sets texts of a collection in other languages. */
export const collectionTranslationsSet = change(
  mayWriteCatalog,
  async (
    { translations, ...target }: CollectionTranslationsSet,
    work: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const patches = translations.map(({ seo, ...texts }): CollectionTranslationPatch => ({
      ...texts,
      seoTitle: seo === null ? null : seo?.title,
      seoDescription: seo === null ? null : seo?.description,
    }));
    return editCollection(
      work,
      target,
      (collection) =>
        collection.revise(translateCollection(collection.snapshot(), patches), work.now),
      ["translations"],
    );
  },
);
