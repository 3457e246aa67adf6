import type { Context } from "../shared/context.js";
import { mayReadCatalog } from "../catalog/ports/permissions.js";
import { anybody } from "../shared/viewer.js";
import { wired, type Wired } from "../shared/wired.js";
import { searchProducts, type SearchNeeds } from "./search-products.js";

export { readFoundProducts } from "./read-found-products.js";

/**
 * Everything the search can do: that of the shop finds what the shop shows, that of staff finds
 * everything.
 */
export const SEARCH = {
  shop: searchProducts(anybody, (clock) => ({ sees: "visible", at: clock.now() })),
  admin: searchProducts(mayReadCatalog, () => ({ sees: "everything" })),
};

export type Search = Wired<typeof SEARCH>;

export const search = (needs: SearchNeeds): Search => wired(SEARCH, needs);

export const searchContext = {
  name: "search",
  operations: SEARCH,
  open: search,
} as const satisfies Context;
