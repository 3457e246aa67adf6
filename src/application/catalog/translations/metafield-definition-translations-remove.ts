import { checkedLocales } from "../../../domain/catalog/translations/remove-translations.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import {
  editMetafieldDefinition,
  type DefinitionStores,
  type MetafieldDefinitionEdited,
} from "../metafields/edit-metafield-definition.js";
import type { TranslationsRemove } from "./translations-remove.js";

/** Removes the translations of a metafield definition in some languages. */
export const metafieldDefinitionTranslationsRemove = change(
  mayWriteCatalog,
  (
    { locales, ...target }: TranslationsRemove,
    { stores, now }: Work<DefinitionStores>,
  ): Promise<MetafieldDefinitionEdited> =>
    editMetafieldDefinition(
      stores,
      target,
      (definition) => definition.removeTranslations(checkedLocales(locales), now),
      ["locales"],
    ),
);
