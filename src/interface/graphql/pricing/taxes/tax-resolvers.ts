import { taxCategoryMutations } from "./tax-category-mutations.js";
import { taxPayloads } from "./tax-payloads.js";
import { taxRateMutations } from "./tax-rate-mutations.js";
import { TaxResolver } from "./tax-resolver.js";
import { taxZoneMutations } from "./tax-zone-mutations.js";

export const taxResolvers = [
  TaxResolver,
  taxCategoryMutations,
  taxZoneMutations,
  taxRateMutations,
  ...taxPayloads.category.resolvers,
  ...taxPayloads.zone.resolvers,
  ...taxPayloads.rate.resolvers,
  ...taxPayloads.rates.resolvers,
] as const;
