import { removeCollectionTranslations, setCollectionTranslations } from "./translate-collection.js";
import {
  removeMetafieldDefinitionTranslations,
  setMetafieldDefinitionTranslations,
} from "./translate-definition.js";
import {
  removeProductTranslations,
  setProductsTranslations,
  setProductTranslations,
} from "./translate-products.js";

/** What is said in other languages. */
export const TRANSLATIONS = {
  productTranslationsSet: setProductTranslations,
  productTranslationsRemove: removeProductTranslations,
  productsTranslationsSet: setProductsTranslations,
  collectionTranslationsSet: setCollectionTranslations,
  collectionTranslationsRemove: removeCollectionTranslations,
  metafieldDefinitionTranslationsSet: setMetafieldDefinitionTranslations,
  metafieldDefinitionTranslationsRemove: removeMetafieldDefinitionTranslations,
};
