import { anybody, mayReadCatalog } from "../shared/viewer.js";
import type { Clock } from "../shared/clock.js";
import { showCatalog } from "./show-catalog.js";
import type { CatalogReads, Offers } from "./ports.js";

export interface CatalogNeeds {
  readonly catalogReads: CatalogReads;
  readonly offers: Offers;
  readonly clock: Clock;
}

const forShop = showCatalog({
  policy: anybody,
  audience: (clock) => ({ sees: "visible", at: clock.now() }),
  offerFields: new Set(["price", "compareAt", "available"]),
});

const forStaff = showCatalog({
  policy: mayReadCatalog,
  audience: () => ({ sees: "everything" }),
  offerFields: new Set(["price", "compareAt", "available", "onHand", "cost"]),
});

/** Everything the catalogue can do. */
export const catalog = (needs: CatalogNeeds) => ({
  shop: forShop(needs),
  admin: forStaff(needs),
});

export type Catalog = ReturnType<typeof catalog>;
