import { taxCategoryMutations } from "./tax-category-mutations.js";
import { taxPayloadResolvers } from "./tax-payloads.js";
import { taxRateMutations } from "./tax-rate-mutations.js";
import { TaxResolver } from "./tax-resolver.js";
import { taxZoneMutations } from "./tax-zone-mutations.js";

export const taxResolvers = [
  TaxResolver,
  taxCategoryMutations,
  taxZoneMutations,
  taxRateMutations,
  ...taxPayloadResolvers,
] as const;
