import { CollectionMutations } from "./collections/collection-mutations.js";
import { collectionPayloads } from "./collections/collection-payload.js";
import { MediaFetchPayloadResolver, MediaSourceResolver } from "./media/media-source-resolvers.js";
import { MetafieldDefinitionQueries } from "./metafields/metafield-definition-queries.js";
import {
  MetafieldDefinitionDeletePayloadResolver,
  MetafieldDefinitionPayloadResolver,
  MetafieldDefinitionResolver,
} from "./metafields/metafield-definition-types.js";
import { MetafieldMutations } from "./metafields/metafield-mutations.js";
import { productDeletePayloads } from "./products/product-delete-payload.js";
import { ProductLifeMutations } from "./products/product-life-mutations.js";
import { ProductMutations } from "./products/product-mutations.js";
import { ProductPayloadResolver } from "./products/product-payload.js";
import { productStructureMutations } from "./products/product-structure-mutations.js";
import { ProductsLifeMutations } from "./products/products-life-mutations.js";
import { ProductsMutations } from "./products/products-mutations.js";
import { productsPayload } from "./products/products-payload.js";
import { ScheduledPriceMutations } from "./offers/scheduled-price-mutations.js";
import {
  ScheduledPriceResolver,
  VariantScheduledPricesResolver,
} from "./offers/scheduled-price-resolvers.js";
import { StockMutations } from "./offers/stock-mutations.js";
import { translations } from "./translations/translation-mutations.js";
import { VariantsMutations } from "./parts/variants-mutations.js";
import { variantsPayload } from "./parts/variants-payload.js";

const metafieldDefinitions = [
  MetafieldDefinitionQueries,
  MetafieldDefinitionResolver,
  MetafieldDefinitionPayloadResolver,
  MetafieldDefinitionDeletePayloadResolver,
] as const;
const scheduledPrices = [
  ScheduledPriceMutations,
  ScheduledPriceResolver,
  VariantScheduledPricesResolver,
] as const;

/** Everything that staff can change of the catalogue. */
export const catalogMutations = [
  MediaSourceResolver,
  MediaFetchPayloadResolver,
  CollectionMutations,
  ...collectionPayloads,
  ...metafieldDefinitions,
  MetafieldMutations,
  ProductMutations,
  ProductsMutations,
  ProductLifeMutations,
  ProductsLifeMutations,
  ...productDeletePayloads,
  ...productStructureMutations,
  ProductPayloadResolver,
  ...productsPayload,
  VariantsMutations,
  StockMutations,
  ...scheduledPrices,
  ...variantsPayload,
  ...translations,
] as const;
