import { MetafieldDefinitionQueries } from "./metafield-definition-queries.js";
import { MetafieldDefinitionDeletePayloadResolver, MetafieldDefinitionPayloadResolver, MetafieldDefinitionResolver } from "./metafield-definition-types.js";
import { MetafieldMutations } from "./metafield-mutations.js";
import { ProductMutations } from "./product-mutations.js";
import { ProductPayloadResolver } from "./product-payload.js";
import { ProductsMutations } from "./products-mutations.js";
import { productsPayload } from "./products-payload.js";
import { StockMutations } from "./stock-mutations.js";
import { variantsPayload } from "./variants-payload.js";

const metafieldDefinitions = [MetafieldDefinitionQueries, MetafieldDefinitionResolver, MetafieldDefinitionPayloadResolver, MetafieldDefinitionDeletePayloadResolver] as const;

/** Everything that staff can change of the catalogue. */
export const catalogMutations = [...metafieldDefinitions, MetafieldMutations, ProductMutations, ProductsMutations, ProductPayloadResolver, ...productsPayload, StockMutations, ...variantsPayload] as const;
