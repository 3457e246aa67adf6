import { Resolver, Root } from "type-graphql";
import type { CollectionView } from "../../../../application/catalog/ports/collection-view.js";
import type { MetafieldDefinitionView } from "../../../../application/catalog/ports/metafield-reads.js";
import type { ProductView } from "../../../../application/catalog/ports/product-view.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminCollection } from "../collections/admin-collection.js";
import type { CollectionSource } from "../collections/collection-fields.js";
import {
  type MetafieldDefinitionSource,
  MetafieldDefinitionType,
} from "../metafields/metafield-definition-type.js";
import { AdminProduct } from "../products/admin-product.js";
import type { ProductSource } from "../products/product-fields.js";
import { CollectionTranslationType } from "./collection-translation-type.js";
import { MetafieldDefinitionTranslationType } from "./metafield-definition-translation-type.js";
import { ProductTranslationType } from "./product-translation-type.js";

@Resolver(() => AdminProduct)
class ProductTranslationsResolver {
  @Cost({ items: 5 })
  @FieldResolver(() => [ProductTranslationType], {
    description:
      "Translations by language, sorted by tag, each with the texts that are missing. Languages that are not listed have no translations.",
  })
  translations(@Root() { translations = [] }: ProductSource): ProductView["translations"] {
    return translations;
  }
}

@Resolver(() => AdminCollection)
class CollectionTranslationsResolver {
  @Cost({ items: 5 })
  @FieldResolver(() => [CollectionTranslationType], {
    description: "Translations by language, sorted by tag, each with the texts that are missing.",
  })
  translations(@Root() { translations = [] }: CollectionSource): CollectionView["translations"] {
    return translations;
  }
}

@Resolver(() => MetafieldDefinitionType)
class MetafieldDefinitionTranslationsResolver {
  @Cost({ items: 5 })
  @FieldResolver(() => [MetafieldDefinitionTranslationType], {
    description:
      "Translations of name and description, sorted by language tag, each with the texts that are missing.",
  })
  translations(
    @Root() { translations = [] }: MetafieldDefinitionSource,
  ): MetafieldDefinitionView["translations"] {
    return translations;
  }
}

export const translationsResolvers = [
  ProductTranslationsResolver,
  CollectionTranslationsResolver,
  MetafieldDefinitionTranslationsResolver,
] as const;
