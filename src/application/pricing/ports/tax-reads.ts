import type { TaxCategoryId, TaxRateId, TaxZoneId } from "../../../domain/pricing/ids.js";
import type { TaxCategorySnapshot } from "../../../domain/pricing/tax-settings/tax-category-setting.js";
import type { TaxRateSnapshot } from "../../../domain/pricing/tax-settings/tax-rate-setting.js";
import type { TaxZoneSnapshot } from "../../../domain/pricing/tax-settings/tax-zone-setting.js";
import type { Page, PageRequest } from "../../shared/page.js";

export type TaxCategoryView = TaxCategorySnapshot;
export type TaxZoneView = TaxZoneSnapshot;
export type TaxRateView = TaxRateSnapshot;

/** Which rates; all conditions must hold. */
export interface TaxRateFilter {
  /** The key of the zone. */
  readonly zone?: string;
  /** The key of the category. */
  readonly category?: string;
  /** Only rates that are valid then. */
  readonly validAt?: Date;
}

/** Reads one kind of tax settings that have a key, by key. */
interface KeyedTaxReads<View, SettingId> {
  /** @throws InvalidCursor */
  list(page: PageRequest): Promise<Page<View>>;
  count(): Promise<number>;
  byId(ids: readonly SettingId[]): Promise<readonly View[]>;
  byKey(keys: readonly string[]): Promise<readonly View[]>;
}

/** Reads tax settings, for staff. Each method is one statement; missing ones are absent. */
export interface TaxReads {
  readonly categories: KeyedTaxReads<TaxCategoryView, TaxCategoryId>;
  readonly zones: KeyedTaxReads<TaxZoneView, TaxZoneId>;
  readonly rates: {
    /** In the order of their creation. @throws InvalidCursor */
    list(filter: TaxRateFilter, page: PageRequest): Promise<Page<TaxRateView>>;
    count(filter: TaxRateFilter): Promise<number>;
    byId(ids: readonly TaxRateId[]): Promise<readonly TaxRateView[]>;
  };
}
