import { CreatePricingVariantPrice1763800000008 } from "./1763800000008-create-pricing-variant-price.js";
import { CreatePricingMarket1764000200000 } from "./1764000200000-create-pricing-market.js";
import { CreatePricingMarketCountry1764000200001 } from "./1764000200001-create-pricing-market-country.js";
import { CreatePricingPriceList1764000200002 } from "./1764000200002-create-pricing-price-list.js";
import { CreatePricingListPrice1764000200003 } from "./1764000200003-create-pricing-list-price.js";
import { AddVariantPriceVersion1764001200000 } from "./1764001200000-add-variant-price-version.js";
import { AddListPriceVersion1764001200001 } from "./1764001200001-add-list-price-version.js";
import { CreatePricingTaxCategory1764001400000 } from "./1764001400000-create-pricing-tax-category.js";
import { CreatePricingTaxZone1764001400001 } from "./1764001400001-create-pricing-tax-zone.js";
import { CreatePricingTaxRate1764001400002 } from "./1764001400002-create-pricing-tax-rate.js";
import { AddMarketTaxTerms1764001400003 } from "./1764001400003-add-market-tax-terms.js";
import { AddListPriceQuantity1764001600000 } from "./1764001600000-add-list-price-quantity.js";
import { KeyListPricesByQuantity1764001600001 } from "./1764001600001-key-list-prices-by-quantity.js";
import { IndexListPricesByQuantity1764001600002 } from "./1764001600002-index-list-prices-by-quantity.js";
import { DropListPriceVariantIndex1764001600003 } from "./1764001600003-drop-list-price-variant-index.js";
import { AddPriceListAudience1764001600004 } from "./1764001600004-add-price-list-audience.js";
import { CreatePricingCustomerGroup1764001600005 } from "./1764001600005-create-pricing-customer-group.js";
import { CreatePricingFee1764002800000 } from "./1764002800000-create-pricing-fee.js";
import { CreatePricingPriceHistory1764002900000 } from "./1764002900000-create-pricing-price-history.js";
import { FillPricingPriceHistory1764002900001 } from "./1764002900001-fill-pricing-price-history.js";
import { CreatePricingPriceListHistory1764002900002 } from "./1764002900002-create-pricing-price-list-history.js";
import { FillPricingPriceListHistory1764002900003 } from "./1764002900003-fill-pricing-price-list-history.js";
import { CreatePricingMarketHistory1764003000000 } from "./1764003000000-create-pricing-market-history.js";
import { FillPricingMarketHistory1764003000001 } from "./1764003000001-fill-pricing-market-history.js";
import { AddMarketShowsLowestPrice1764003000002 } from "./1764003000002-add-market-shows-lowest-price.js";
import { AddMarketOutsideFallback1764003800000 } from "./1764003800000-add-market-outside-fallback.js";
import { AddMarketCartReservation1764003800003 } from "./1764003800003-add-market-cart-reservation.js";

/**
 * The migrations of the tables of pricing. A migration that has been released is never changed; a new
 * one is added below.
 */
export const pricingMigrations = [
  CreatePricingVariantPrice1763800000008,
  CreatePricingMarket1764000200000,
  CreatePricingMarketCountry1764000200001,
  CreatePricingPriceList1764000200002,
  CreatePricingListPrice1764000200003,
  AddVariantPriceVersion1764001200000,
  AddListPriceVersion1764001200001,
  CreatePricingTaxCategory1764001400000,
  CreatePricingTaxZone1764001400001,
  CreatePricingTaxRate1764001400002,
  AddMarketTaxTerms1764001400003,
  AddListPriceQuantity1764001600000,
  KeyListPricesByQuantity1764001600001,
  IndexListPricesByQuantity1764001600002,
  DropListPriceVariantIndex1764001600003,
  AddPriceListAudience1764001600004,
  CreatePricingCustomerGroup1764001600005,
  CreatePricingFee1764002800000,
  CreatePricingPriceHistory1764002900000,
  FillPricingPriceHistory1764002900001,
  CreatePricingPriceListHistory1764002900002,
  FillPricingPriceListHistory1764002900003,
  CreatePricingMarketHistory1764003000000,
  FillPricingMarketHistory1764003000001,
  AddMarketShowsLowestPrice1764003000002,
  AddMarketOutsideFallback1764003800000,
  AddMarketCartReservation1764003800003,
];
