import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { PriceChange } from "../../../domain/pricing/price-change.js";
import type { Page, PageRequest } from "../../shared/page.js";
import type { WorkId } from "../../shared/schedule.js";

/** A scheduled price change. */
export interface ScheduledPriceView {
  readonly id: WorkId;
  readonly variantId: VariantId;
  readonly at: Date;
  /** When the price is reversed; null: never. */
  readonly until: Date | null;
  /** Null when the price is removed. */
  readonly change: PriceChange | null;
  /** Whether it reverses a price that has an end. */
  readonly isReturn: boolean;
}

export interface ScheduledPriceFilter {
  /** The variants of one product. */
  readonly product?: ProductId;
}

/** Reads scheduled price changes, soonest first. */
export interface ScheduledPriceReads {
  /** All of them for each variant, in one statement. */
  ofVariants(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly ScheduledPriceView[]>>;
  byId(ids: readonly WorkId[]): Promise<readonly ScheduledPriceView[]>;
  /** @throws InvalidCursor */
  list(filter: ScheduledPriceFilter, page: PageRequest): Promise<Page<ScheduledPriceView>>;
  count(filter: ScheduledPriceFilter): Promise<number>;
}
