import type { Catalog } from "../application/catalog/catalog.js";
import type { Media } from "../application/media/media.js";
import type { Operations } from "../application/operations/operations.js";
import type { Pricing } from "../application/pricing/pricing.js";
import type { Search } from "../application/search/search.js";

/** The operations of all contexts, for every interface. */
export interface App {
  readonly catalog: Catalog;
  readonly media: Media;
  readonly search: Search;
  readonly pricing: Pricing;
  readonly operations: Operations;
}
