import type { DefinitionTranslationPatch } from "../../../domain/catalog/metafields/definition-translation.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import {
  editMetafieldDefinition,
  type DefinitionStores,
  type MetafieldDefinitionEdited,
} from "../metafields/edit-metafield-definition.js";

interface MetafieldDefinitionTranslationsSet extends Target {
  readonly translations: readonly DefinitionTranslationPatch[];
}

/** Sets the name and the description of a metafield definition in other languages. */
export const metafieldDefinitionTranslationsSet = change(
  mayWriteCatalog,
  (
    { translations, ...target }: MetafieldDefinitionTranslationsSet,
    { stores, now }: Work<DefinitionStores>,
  ): Promise<MetafieldDefinitionEdited> =>
    editMetafieldDefinition(
      stores,
      target,
      (definition) => definition.translate(translations, now),
      ["translations"],
    ),
);
