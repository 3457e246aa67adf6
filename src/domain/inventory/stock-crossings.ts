import type { VariantId } from "../catalog/ids.js";
import type { StockEvent } from "./events.js";
import type { LocationId } from "./ids.js";

/** The available units of a stock item before and after a change. */
export interface AvailabilityChange {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly version: number;
  readonly before: number;
  readonly after: number;
  /** Stock is low at this number of units and below; null: never. */
  readonly lowStockAt: number | null;
}

/** Whether units have become available, or none is any more. */
export const crossesZero = ({ before, after }: Pick<AvailabilityChange, "before" | "after">) =>
  before > 0 !== after > 0;

/** What a change of availability announces: nothing as long as no limit is crossed. */
export const stockCrossings = (change: AvailabilityChange): readonly StockEvent[] => {
  const { variantId, locationId, version, before, after, lowStockAt } = change;
  const of = { variantId, locationId, version };
  const events: StockEvent[] = [];
  if (lowStockAt !== null && before > lowStockAt && after <= lowStockAt)
    events.push({ type: "inventory.stock-low", ...of, available: after, lowStockAt });
  if (crossesZero(change))
    events.push({
      type: after > 0 ? "inventory.stock-replenished" : "inventory.stock-exhausted",
      ...of,
    });
  return events;
};
