import { CollectionMutations } from "./collection-mutations.js";
import { collectionPayloads } from "./collection-payload.js";
import { MetafieldDefinitionQueries } from "./metafield-definition-queries.js";
import { MetafieldDefinitionDeletePayloadResolver, MetafieldDefinitionPayloadResolver, MetafieldDefinitionResolver } from "./metafield-definition-types.js";
import { MetafieldMutations } from "./metafield-mutations.js";
import { productDeletePayloads } from "./product-delete-payload.js";
import { ProductLifeMutations } from "./product-life-mutations.js";
import { ProductMutations } from "./product-mutations.js";
import { ProductPayloadResolver } from "./product-payload.js";
import { productStructureMutations } from "./product-structure-mutations.js";
import { ProductsLifeMutations } from "./products-life-mutations.js";
import { ProductsMutations } from "./products-mutations.js";
import { productsPayload } from "./products-payload.js";
import { ScheduledPriceMutations } from "./scheduled-price-mutations.js";
import { ScheduledPriceResolver, VariantScheduledPricesResolver } from "./scheduled-price-resolvers.js";
import { StockMutations } from "./stock-mutations.js";
import { VariantsMutations } from "./variants-mutations.js";
import { variantsPayload } from "./variants-payload.js";

const metafieldDefinitions = [MetafieldDefinitionQueries, MetafieldDefinitionResolver, MetafieldDefinitionPayloadResolver, MetafieldDefinitionDeletePayloadResolver] as const;
const scheduledPrices = [ScheduledPriceMutations, ScheduledPriceResolver, VariantScheduledPricesResolver] as const;

/** Everything that staff can change of the catalogue. */
export const catalogMutations = [CollectionMutations, ...collectionPayloads, ...metafieldDefinitions, MetafieldMutations, ProductMutations, ProductsMutations, ProductLifeMutations, ProductsLifeMutations, ...productDeletePayloads, ...productStructureMutations, ProductPayloadResolver, ...productsPayload, VariantsMutations, StockMutations, ...scheduledPrices, ...variantsPayload] as const;
