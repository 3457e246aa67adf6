import type { Catalog } from "../application/catalog/catalog.js";
import type { Operations } from "../application/operations/operations.js";
import type { Pricing } from "../application/pricing/pricing.js";

/** Everything that can be asked of Plinth, whichever way it is asked. */
export interface App {
  readonly catalog: Catalog;
  readonly pricing: Pricing;
  readonly operations: Operations;
}
