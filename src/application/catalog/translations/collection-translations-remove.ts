import { removeTranslations } from "../../../domain/catalog/translations/remove-translations.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editCollection } from "../collections/edit-collection.js";
import type { CollectionEdited } from "../collections/lock-collection.js";
import type { CollectionStores } from "../collections/save-collection.js";
import type { TranslationsRemove } from "./translations-remove.js";

/** Removes the translations of a collection in some languages. */
export const collectionTranslationsRemove = change(
  mayWriteCatalog,
  (
    { locales, ...target }: TranslationsRemove,
    work: Work<CollectionStores>,
  ): Promise<CollectionEdited> =>
    editCollection(
      work,
      target,
      (collection) =>
        collection.revise(removeTranslations(collection.snapshot(), locales), work.now),
      ["locales"],
    ),
);
