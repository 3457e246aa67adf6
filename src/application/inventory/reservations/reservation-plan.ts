import type { VariantId } from "../../../domain/catalog/ids.js";
import type {
  AllocatedUnits,
  RequestedUnits,
  StockShortage,
} from "../../../domain/inventory/allocate-units.js";
import type { ChooseLocations, Destination } from "../ports/choose-locations.js";
import type { InventoryStores } from "../ports/stock-items.js";

export type PlanStores = Pick<
  InventoryStores,
  "stockUnits" | "reservations" | "stockMovements" | "locations"
>;

/** What a buyer is to be promised. */
export interface ReservationRequest {
  /** The id of the cart or the order that holds the units. */
  readonly holder: string;
  /** Several lines of a variant are added up. */
  readonly lines: readonly RequestedUnits[];
  readonly destination: Destination;
  /** When the hold ends by itself; null: never. */
  readonly expiresAt: Date | null;
  readonly now: Date;
  /** Whether the units are paid for, so that they are claimed at once. */
  readonly isPaid?: boolean;
  /**
   * Holders whose units the buyer keeps, as far as they are needed and may go to the destination; the
   * rest of them is given back. Left out: nobody's.
   */
  readonly priorHolders?: readonly string[];
  /** Whether as many units are reserved as there are. Left out: all that are requested, or none. */
  readonly isPartial?: boolean;
  readonly chooseLocations?: ChooseLocations;
}

/** Units that a plan takes from one stock item. */
export interface PlannedUnits extends AllocatedUnits {
  /** The holds on it that the plan has ended: expired ones make room, and own ones are replaced. */
  readonly released: number;
}

/** A reservation that is written, except for the counters of its stock items. */
export interface ReservationPlan {
  readonly request: ReservationRequest;
  /** If there are any, nothing is written unless the request is partial. */
  readonly shortages: readonly StockShortage[];
  /** The units that the holder has without a change. */
  readonly kept: ReadonlyMap<VariantId, number>;
  /** In the order in which they are to be taken. */
  readonly units: readonly PlannedUnits[];
  readonly isFollowed: boolean;
}
