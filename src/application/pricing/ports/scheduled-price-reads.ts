import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { PriceChange, PriceReversal } from "../../../domain/pricing/price-change.js";
import type { VariantPrice } from "../../../domain/pricing/variant-price.js";
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

/** A price change at a time, or its reversal. An `until` of null: without end. */
export type PricePlan =
  | { readonly kind: "change"; readonly change: PriceChange; readonly until: Date | null }
  | { readonly kind: "reversal"; readonly reversal: PriceReversal };

/** A plan among the others of a variant. */
export interface PlannedPrice {
  readonly id: WorkId;
  readonly at: Date;
  readonly plan: PricePlan;
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
  /**
   * What is planned for variants, with the price that is stored now, in one statement. Variants
   * without a plan are absent.
   */
  plansOf(
    ids: readonly VariantId[],
  ): Promise<
    ReadonlyMap<
      VariantId,
      { readonly stored: VariantPrice | null; readonly plans: readonly PlannedPrice[] }
    >
  >;
  byId(ids: readonly WorkId[]): Promise<readonly ScheduledPriceView[]>;
  /** @throws InvalidCursor */
  list(filter: ScheduledPriceFilter, page: PageRequest): Promise<Page<ScheduledPriceView>>;
  count(filter: ScheduledPriceFilter): Promise<number>;
}
