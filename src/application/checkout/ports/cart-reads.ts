import type { CartSnapshot } from "../../../domain/checkout/cart.js";
import type { CartId } from "../../../domain/checkout/ids.js";

/** Reads carts, outside of any unit of work. */
export interface CartReads {
  /** Those of the ids, in one statement; missing ones are absent. */
  byId(ids: readonly CartId[]): Promise<ReadonlyMap<CartId, CartSnapshot>>;
}
