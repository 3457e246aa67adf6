import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { LocationId } from "../../../domain/inventory/ids.js";
import type { StockItemSnapshot } from "../../../domain/inventory/stock-item.js";
import type { MovementKind, StockMovement } from "../../../domain/inventory/stock-movement.js";
import type { Page, PageRequest } from "../../shared/page.js";

/** The stock of a variant at a location. Holds whose time has passed are no longer reserved. */
export interface StockItemView extends StockItemSnapshot {
  /** On hand − reserved − claimed − safety. */
  readonly available: number;
}

/** All conditions must hold. */
export interface StockItemFilter {
  readonly locations?: readonly LocationId[];
  readonly variants?: readonly VariantId[];
  readonly products?: readonly ProductId[];
  /** Whether as few units are available as its threshold says, or fewer. */
  readonly low?: boolean;
  /** Whether more units are promised than are on hand. */
  readonly short?: boolean;
}

/** One entry of the stock ledger. */
export interface StockMovementView extends StockMovement {
  /** Its number. Later entries have higher ones. */
  readonly key: number;
  readonly movedAt: Date;
}

/** All conditions must hold. */
export interface StockMovementFilter {
  readonly locations?: readonly LocationId[];
  readonly variants?: readonly VariantId[];
  readonly kinds?: readonly MovementKind[];
}

/** Reads stock and its ledger, for staff. */
export interface StockReads {
  /** One page, by variant, then by location. @throws InvalidCursor */
  items(filter: StockItemFilter, page: PageRequest): Promise<Page<StockItemView>>;
  countItems(filter: StockItemFilter): Promise<number>;
  /** Those of each variant, by location. Variants without stock are absent. */
  itemsOfVariants(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly StockItemView[]>>;
  /** One page of the ledger, newest first. @throws InvalidCursor */
  movements(filter: StockMovementFilter, page: PageRequest): Promise<Page<StockMovementView>>;
  countMovements(filter: StockMovementFilter): Promise<number>;
}
