import { metafieldDefinitionMutations } from "./metafield-definition-mutations.js";
import { metafieldDefinitionPayloadResolvers } from "./metafield-definition-payload.js";
import { collectionMetafieldMutations } from "./collection-metafield-mutations.js";
import { MetafieldChoiceResolver } from "./metafield-choice-type.js";
import { MetafieldDefinitionQueries } from "./metafield-definition-queries.js";
import { MetafieldDefinitionResolver } from "./metafield-definition-resolver.js";
import { productMetafieldMutations } from "./product-metafield-mutations.js";

export const metafieldResolvers = [
  MetafieldDefinitionQueries,
  MetafieldDefinitionResolver,
  MetafieldChoiceResolver,
  ...metafieldDefinitionPayloadResolvers,
  metafieldDefinitionMutations,
  productMetafieldMutations,
  collectionMetafieldMutations,
] as const;
