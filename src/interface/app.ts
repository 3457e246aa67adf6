import type { Catalog } from "../application/catalog/catalog.js";
import type { Operations } from "../application/operations/operations.js";

/** Everything that can be asked of Plinth, whichever way it is asked. */
export interface App {
  readonly catalog: Catalog;
  readonly operations: Operations;
}
