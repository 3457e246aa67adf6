import type { TaxCategoryId, TaxRateId, TaxZoneId } from "../../../domain/pricing/ids.js";
import type { TaxCategoryUses } from "../../../domain/pricing/tax-settings/errors.js";
import type {
  TaxCategorySetting,
  TaxCategorySnapshot,
} from "../../../domain/pricing/tax-settings/tax-category-setting.js";
import type {
  TaxRateSetting,
  TaxRateSnapshot,
} from "../../../domain/pricing/tax-settings/tax-rate-setting.js";
import type {
  TaxZoneSetting,
  TaxZoneSnapshot,
} from "../../../domain/pricing/tax-settings/tax-zone-setting.js";

/** Tax settings of one kind, to be changed. Every change locks the default market first. */
interface TaxSettings<Setting, SettingId> {
  /** Locks it. @throws TaxCategoryNotFound, TaxZoneNotFound, TaxRateNotFound */
  get(id: SettingId): Promise<Setting>;
  /** @throws TaxCategoryKeyTaken, TaxZoneKeyTaken, StaleVersion */
  save(setting: Setting): Promise<void>;
  /** @throws StaleVersion */
  remove(setting: Setting): Promise<void>;
}

export interface TaxCategories extends TaxSettings<TaxCategorySetting, TaxCategoryId> {
  /**
   * What names a category beside its rates, by kind. Fees and delivery options are changed behind
   * the lock of the default market, variants are not.
   * @param most of the names of each kind
   */
  usesOf(key: string, most: number): Promise<readonly TaxCategoryUses[]>;
  /** All of them, by key. */
  all(): Promise<readonly TaxCategorySnapshot[]>;
}

export interface TaxZones extends TaxSettings<TaxZoneSetting, TaxZoneId> {
  /** All of them, by key. */
  all(): Promise<readonly TaxZoneSnapshot[]>;
}

export interface TaxRates extends TaxSettings<TaxRateSetting, TaxRateId> {
  /** All of them, by id. */
  all(): Promise<readonly TaxRateSnapshot[]>;
  /** The rates of a category in a zone, by id. */
  of(zone: string, category: string): Promise<readonly TaxRateSnapshot[]>;
  count(): Promise<number>;
  countOfZone(zone: string): Promise<number>;
  countOfCategory(category: string): Promise<number>;
}

export interface TaxStores {
  readonly taxCategories: TaxCategories;
  readonly taxZones: TaxZones;
  readonly taxRates: TaxRates;
}
