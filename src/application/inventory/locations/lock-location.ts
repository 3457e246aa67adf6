import { LocationNotFound } from "../../../domain/inventory/errors.js";
import type { LocationId } from "../../../domain/inventory/ids.js";
import type { Location } from "../../../domain/inventory/location.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { Warning } from "../../shared/warning.js";
import type { InventoryStores } from "../ports/stock-items.js";

export type LocationStores = Pick<InventoryStores, "locations"> & Pick<PricingStores, "markets">;

/** The result of a change of a location. Plain JSON. */
export interface LocationEdited {
  readonly locationId: LocationId;
  readonly warnings: readonly Warning[];
}

/** @throws LocationNotFound, StaleVersion */
export const lockLocation = (
  { locations }: Pick<InventoryStores, "locations">,
  target: Target,
): Promise<Location> =>
  lockTarget("location", target, locations, (id) => new LocationNotFound(id, ["id"]));
