import { CATALOG } from "../application/catalog/catalog.js";
import { MEDIA } from "../application/media/media.js";
import { PRICING } from "../application/pricing/pricing.js";
import { OPERATIONS } from "../application/operations/operations.js";
import { SEARCH } from "../application/search/search.js";
import { policiesOf } from "../application/shared/wired.js";
import type { Policy } from "../application/shared/viewer.js";

/** The policy of each operation, by its full name: `catalog.productUpdate`. */
export const POLICIES: ReadonlyMap<string, Policy> = new Map([
  ...policiesOf(CATALOG, "catalog"),
  ...policiesOf(MEDIA, "media"),
  ...policiesOf(SEARCH, "search"),
  ...policiesOf(PRICING, "pricing"),
  ...policiesOf(OPERATIONS, "operations"),
]);
