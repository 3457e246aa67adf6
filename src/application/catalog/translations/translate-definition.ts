import type { AskedDefinitionTexts } from "../../../domain/catalog/translations/definition-texts.js";
import { checkedTags } from "../../../domain/catalog/translations/translate-product.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { MetafieldDefinitionEdited } from "../metafields/create-metafield-definition.js";
import {
  takeMetafieldDefinition,
  type DefinitionStores,
} from "../metafields/take-metafield-definition.js";
import { nothingChanged } from "../nothing-changed.js";
import type { Target } from "../products/take-products.js";
import type { RemoveTranslations } from "./translate-products.js";

export interface SetMetafieldDefinitionTranslations extends Target {
  readonly translations: readonly AskedDefinitionTexts[];
}

/** Says in other languages what a custom field is called. */
export const setMetafieldDefinitionTranslations = change(
  mayWriteCatalog,
  async (
    { translations, ...target }: SetMetafieldDefinitionTranslations,
    { stores, now }: Work<DefinitionStores>,
  ): Promise<MetafieldDefinitionEdited> => {
    const definition = await takeMetafieldDefinition(stores, target);
    const isOther = definition.translate(translations, now);
    await stores.metafieldDefinitions.save([definition]);
    return {
      metafieldDefinitionId: definition.id,
      warnings: isOther ? [] : [nothingChanged(["translations"])],
    };
  },
);

/** Takes away what a custom field is called in some languages. */
export const removeMetafieldDefinitionTranslations = change(
  mayWriteCatalog,
  async (
    { locales, ...target }: RemoveTranslations,
    { stores, now }: Work<DefinitionStores>,
  ): Promise<MetafieldDefinitionEdited> => {
    const definition = await takeMetafieldDefinition(stores, target);
    const isOther = definition.untranslate(checkedTags(locales), now);
    await stores.metafieldDefinitions.save([definition]);
    return {
      metafieldDefinitionId: definition.id,
      warnings: isOther ? [] : [nothingChanged(["locales"])],
    };
  },
);
