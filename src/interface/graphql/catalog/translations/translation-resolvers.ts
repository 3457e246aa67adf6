import { collectionTranslationMutations } from "./collection-translation-mutations.js";
import { CollectionTranslationResolver } from "./collection-translation-type.js";
import { metafieldDefinitionTranslationMutations } from "./metafield-definition-translation-mutations.js";
import { productTranslationMutations } from "./product-translation-mutations.js";
import { productTranslationResolvers } from "./product-translation-type.js";
import { TranslationFieldsResolver } from "./translation-fields.js";
import { translationsResolvers } from "./translations-resolvers.js";

export const translationResolvers = [
  productTranslationMutations,
  collectionTranslationMutations,
  metafieldDefinitionTranslationMutations,
  TranslationFieldsResolver,
  ...productTranslationResolvers,
  CollectionTranslationResolver,
  ...translationsResolvers,
] as const;
