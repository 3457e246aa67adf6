import { PRICING_PREFIXES } from "../../domain/pricing/ids.js";
import type { CatalogReads } from "../catalog/ports/catalog-reads.js";
import type { PricesAndStock } from "../catalog/ports/prices-and-stock.js";
import type { ListingStores } from "../listing/ports/listing-stores.js";
import type { Clock } from "../shared/clock.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { Ids } from "../shared/ids.js";
import type { ScheduleStores } from "../shared/schedule.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { customerGroupCreate } from "./customer-groups/customer-group-create.js";
import { customerGroupDelete } from "./customer-groups/customer-group-delete.js";
import { customerGroupUpdate } from "./customer-groups/customer-group-update.js";
import { readCustomerGroups } from "./customer-groups/read-customer-groups.js";
import { feeCreate } from "./fees/fee-create.js";
import { feeDelete } from "./fees/fee-delete.js";
import { feeUpdate } from "./fees/fee-update.js";
import { readFees } from "./fees/read-fees.js";
import { exportListPrices } from "./import-export/export-list-prices.js";
import { exportTaxRates } from "./import-export/export-tax-rates.js";
import { importListPrices } from "./import-export/import-list-prices.js";
import { importTaxRates } from "./import-export/import-tax-rates.js";
import { priceListPricesRemove } from "./list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "./list-prices/price-list-prices-set.js";
import { chooseMarket } from "./markets/choose-market.js";
import { marketCreate } from "./markets/market-create.js";
import { marketDelete } from "./markets/market-delete.js";
import { marketUpdate } from "./markets/market-update.js";
import { readMarkets } from "./markets/read-markets.js";
import type { CustomerGroupReads } from "./ports/customer-group-reads.js";
import type { FeeReads } from "./ports/fee-reads.js";
import type { Markets } from "./ports/markets.js";
import { PRICING_PERMISSIONS } from "./ports/permissions.js";
import type { PriceCandidates } from "./ports/price-candidates.js";
import type { PriceDelivery } from "./ports/price-delivery.js";
import type { PriceHistory } from "./ports/price-history.js";
import type { PriceListReads } from "./ports/price-list-reads.js";
import type { PricingStores } from "./ports/pricing-stores.js";
import type { ScheduledPriceReads } from "./ports/scheduled-price-reads.js";
import type { ShopTaxes } from "./ports/shop-taxes.js";
import type { TaxReads } from "./ports/tax-reads.js";
import type { VatIds } from "./ports/vat-ids.js";
import { PRICING_WARNINGS } from "./ports/warnings.js";
import { removeOldPriceHistory } from "./price-history/remove-old-price-history.js";
import { clearPriceLists } from "./price-lists/clear-price-list.js";
import { fillPriceLists } from "./price-lists/fill-price-lists.js";
import { followAudiences } from "./price-lists/follow-audiences.js";
import { priceListCreate } from "./price-lists/price-list-create.js";
import { priceListDelete } from "./price-lists/price-list-delete.js";
import { priceListUpdate } from "./price-lists/price-list-update.js";
import { readPriceLists } from "./price-lists/read-price-lists.js";
import type { PriceWriteStores } from "./prices/after-price-changes.js";
import { quotePreview } from "./quotes/quote-preview.js";
import { lowestPrices } from "./price-history/lowest-prices.js";
import { priceTaxes } from "./taxed-prices/price-taxes.js";
import { quantityPrices } from "./taxed-prices/quantity-prices.js";
import { taxedPriceRanges } from "./taxed-prices/taxed-price-ranges.js";
import { variantPricesSet } from "./prices/variant-prices-set.js";
import { cancelScheduledPrices } from "./scheduled-prices/cancel-scheduled-prices.js";
import { changePrice } from "./scheduled-prices/change-price.js";
import { readScheduledPrices } from "./scheduled-prices/read-scheduled-prices.js";
import { variantPriceScheduleCancel } from "./scheduled-prices/variant-price-schedule-cancel.js";
import { variantPriceSchedule } from "./scheduled-prices/variant-price-schedule.js";
import { readTaxCategories } from "./taxes/read-tax-categories.js";
import { readTaxRates } from "./taxes/read-tax-rates.js";
import { readTaxZones } from "./taxes/read-tax-zones.js";
import { taxCategoryCreate } from "./taxes/tax-category-create.js";
import { taxCategoryDelete } from "./taxes/tax-category-delete.js";
import { taxCategoryUpdate } from "./taxes/tax-category-update.js";
import { taxRateCreate } from "./taxes/tax-rate-create.js";
import { taxRateDelete } from "./taxes/tax-rate-delete.js";
import { taxRateUpdate } from "./taxes/tax-rate-update.js";
import { taxRatesCreate } from "./taxes/tax-rates-create.js";
import { taxRatesUpdate } from "./taxes/tax-rates-update.js";
import { taxZoneCreate } from "./taxes/tax-zone-create.js";
import { taxZoneDelete } from "./taxes/tax-zone-delete.js";
import { taxZoneUpdate } from "./taxes/tax-zone-update.js";

/** What the catalogue uses when prices come with products. */
export { PRICE_FILE } from "./import-export/price-file.js";
export { TAX_FILE } from "./import-export/tax-file.js";
export { changedFacts } from "./prices/after-price-changes.js";
export { isAboutPrice, planPrice, type PriceInput } from "./prices/plan-price.js";
export { priceChanges } from "./prices/price-changes.js";
export { priceWarnings } from "./prices/price-warnings.js";
export { toPricePath } from "./prices/to-price-path.js";

/** What the checkout prices carts with. */
export { composeDelivery, composeLine, composeQuote } from "./quotes/compose-quote.js";
export { askTaxProvider } from "./taxes/ask-tax-provider.js";

export { isUnknownTaxCode } from "../../domain/pricing/tax/tax-category-of.js";
export { openDefaultMarket, type DefaultMarketSettings } from "./markets/open-default-market.js";

type PriceStores = PricingStores & PriceWriteStores & ListingStores & ScheduleStores;

export interface PricingNeeds {
  readonly markets: Markets;
  readonly priceListReads: PriceListReads;
  readonly scheduledPriceReads: ScheduledPriceReads;
  readonly taxReads: TaxReads;
  readonly shopTaxes: ShopTaxes;
  readonly vatIds: VatIds;
  readonly priceCandidates: PriceCandidates;
  readonly pricesAndStock: Pick<PricesAndStock, "pricesOfProducts">;
  readonly priceHistory: PriceHistory;
  readonly catalogReads: CatalogReads;
  readonly customerGroupReads: CustomerGroupReads;
  readonly feeReads: FeeReads;
  readonly priceDelivery: PriceDelivery;
  readonly unitOfWork: UnitOfWork<PriceStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The currency of the default market (ISO 4217). */
  readonly currency: string;
}

/** Everything that markets, prices and price lists can do. */
export const PRICING = {
  chooseMarket,
  markets: readMarkets,
  priceLists: readPriceLists,
  scheduledPrices: readScheduledPrices,
  marketCreate,
  marketUpdate,
  marketDelete,
  priceListCreate,
  priceListUpdate,
  priceListDelete,
  priceListPricesSet,
  priceListPricesRemove,
  importListPrices,
  exportListPrices,
  customerGroups: readCustomerGroups,
  customerGroupCreate,
  customerGroupUpdate,
  customerGroupDelete,
  fees: readFees,
  feeCreate,
  feeUpdate,
  feeDelete,
  quantityPrices,
  lowestPrices,
  priceTaxes,
  taxedPriceRanges,
  variantPricesSet,
  variantPriceSchedule,
  variantPriceScheduleCancel,
  quotePreview,
  taxCategories: readTaxCategories,
  taxZones: readTaxZones,
  taxRates: readTaxRates,
  taxCategoryCreate,
  taxCategoryUpdate,
  taxCategoryDelete,
  taxZoneCreate,
  taxZoneUpdate,
  taxZoneDelete,
  taxRateCreate,
  taxRateUpdate,
  taxRateDelete,
  taxRatesCreate,
  taxRatesUpdate,
  importTaxRates,
  exportTaxRates,
};

export type Pricing = Wired<typeof PRICING>;

export const pricing = (needs: PricingNeeds): Pricing => wired(PRICING, needs);

export const pricingContext = {
  name: "pricing",
  idPrefixes: PRICING_PREFIXES,
  permissions: PRICING_PERMISSIONS,
  warnings: PRICING_WARNINGS,
  operations: PRICING,
  open: pricing,
  background: (needs): Partial<BackgroundWork<PriceStores>> => ({
    subscribers: [cancelScheduledPrices],
    jobs: [
      changePrice(needs),
      fillPriceLists(needs),
      clearPriceLists(needs),
      followAudiences(needs),
    ],
    recurring: [removeOldPriceHistory],
  }),
} as const satisfies Context;
