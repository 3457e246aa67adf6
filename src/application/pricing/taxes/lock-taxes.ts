import {
  TaxCategoryNotFound,
  TaxRateNotFound,
  TaxZoneNotFound,
} from "../../../domain/pricing/tax-settings/errors.js";
import type { TaxCategorySetting } from "../../../domain/pricing/tax-settings/tax-category-setting.js";
import type { TaxRateSetting } from "../../../domain/pricing/tax-settings/tax-rate-setting.js";
import type { TaxZoneSetting } from "../../../domain/pricing/tax-settings/tax-zone-setting.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import { lockDefaultMarket } from "../markets/lock-market.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/** The stores that a change of taxes uses. */
export type TaxWriteStores = Pick<
  PricingStores,
  "markets" | "priceLists" | "taxCategories" | "taxZones" | "taxRates"
>;

/**
 * Every change of taxes does so first, so that each is decided on all taxes as they are: no two
 * rates overlap, and no rate loses its zone.
 */
export const lockTaxes = async (stores: TaxWriteStores): Promise<void> => {
  await lockDefaultMarket(stores);
};

/** @throws TaxCategoryNotFound, StaleVersion */
export const lockTaxCategory = async (
  stores: TaxWriteStores,
  target: Target,
): Promise<TaxCategorySetting> => {
  await lockTaxes(stores);
  return lockTarget(
    "taxcategory",
    target,
    stores.taxCategories,
    (id) => new TaxCategoryNotFound(id),
  );
};

/** @throws TaxZoneNotFound, StaleVersion */
export const lockTaxZone = async (
  stores: TaxWriteStores,
  target: Target,
): Promise<TaxZoneSetting> => {
  await lockTaxes(stores);
  return lockTarget("taxzone", target, stores.taxZones, (id) => new TaxZoneNotFound(id));
};

/** @throws TaxRateNotFound, StaleVersion */
export const lockTaxRate = async (
  stores: TaxWriteStores,
  target: Target,
): Promise<TaxRateSetting> => {
  await lockTaxes(stores);
  return lockTarget("taxrate", target, stores.taxRates, (id) => new TaxRateNotFound(id));
};
