import { pricingContext } from "../../../application/pricing/pricing.js";
import { AddressFormatResolver } from "../addresses/address-format-resolver.js";
import { PostalAddressResolver } from "../addresses/postal-address-resolver.js";
import { FEE_ERROR_CODES } from "./fee-error-codes.js";
import { PRICING_ERROR_CODES } from "./pricing-error-codes.js";
import { TAX_ERROR_CODES } from "./tax-error-codes.js";
import type { ContextApi } from "../nodes/context-api.js";
import { customerGroupMutations } from "./customer-groups/customer-group-mutations.js";
import { customerGroupPayloads } from "./customer-groups/customer-group-payloads.js";
import { CustomerGroupQueries } from "./customer-groups/customer-group-queries.js";
import { loadCustomerGroup } from "./customer-groups/load-customer-group.js";
import { feeMutations } from "./fees/fee-mutations.js";
import { feePayloads } from "./fees/fee-payloads.js";
import { FeeQueries } from "./fees/fee-queries.js";
import { loadFee } from "./fees/load-fee.js";
import { AdminMarket } from "./markets/admin-market.js";
import { marketById } from "./markets/all-markets.js";
import { deliveryCountriesResolver } from "./markets/delivery-countries-resolver.js";
import { marketMutations } from "./markets/market-mutations.js";
import { marketPayloads } from "./markets/market-payloads.js";
import { marketQueries } from "./markets/market-queries.js";
import { MarketResolver } from "./markets/market-resolver.js";
import { ShopMarket } from "./markets/shop-market.js";
import { listPriceResolvers } from "./price-lists/list-price-resolvers.js";
import { loadPriceList } from "./price-lists/load-price-list.js";
import { priceListMutations } from "./price-lists/price-list-mutations.js";
import { priceListPayloads } from "./price-lists/price-list-payloads.js";
import { PriceListAudienceResolver } from "./markets/price-list-audience-resolver.js";
import { PriceListResolver } from "./price-lists/price-list-resolver.js";
import { LowestPriceResolver } from "./prices/lowest-price-resolver.js";
import { QuantityPricesResolver } from "./prices/quantity-prices-resolver.js";
import { variantPriceMutations } from "./prices/variant-price-mutations.js";
import { loadScheduledPrice } from "./scheduled-prices/load-scheduled-price.js";
import { scheduledPriceResolvers } from "./scheduled-prices/scheduled-price-resolvers.js";
import { QuotePreviewResolver } from "./quotes/quote-preview-resolver.js";
import { shopResolver } from "./shop/shop-resolver.js";
import { loadTaxCategory } from "./taxes/load-tax-category.js";
import { loadTaxRate } from "./taxes/load-tax-rate.js";
import { loadTaxZone } from "./taxes/load-tax-zone.js";
import { taxResolvers } from "./taxes/tax-resolvers.js";

export const pricingApi = {
  context: pricingContext,
  errorCodes: { ...PRICING_ERROR_CODES, ...TAX_ERROR_CODES, ...FEE_ERROR_CODES },
  shop: [
    shopResolver(ShopMarket),
    marketQueries("shop", ShopMarket),
    deliveryCountriesResolver(ShopMarket),
    AddressFormatResolver,
    PostalAddressResolver,
    QuantityPricesResolver,
    LowestPriceResolver,
  ],
  admin: [
    shopResolver(AdminMarket),
    marketQueries("admin", AdminMarket),
    deliveryCountriesResolver(AdminMarket),
    AddressFormatResolver,
    PostalAddressResolver,
    MarketResolver,
    marketMutations,
    ...marketPayloads.resolvers,
    PriceListResolver,
    PriceListAudienceResolver,
    CustomerGroupQueries,
    customerGroupMutations,
    ...customerGroupPayloads.resolvers,
    QuantityPricesResolver,
    LowestPriceResolver,
    ...listPriceResolvers,
    priceListMutations,
    ...priceListPayloads.resolvers,
    ...scheduledPriceResolvers,
    variantPriceMutations,
    ...taxResolvers,
    FeeQueries,
    feeMutations,
    ...feePayloads.resolvers,
    QuotePreviewResolver,
  ],
  nodes: {
    market: {
      typeName: "Market",
      answerFor: "everybody",
      operations: { shop: "pricing.markets.shop", admin: "pricing.markets.admin" },
      find: (id, _requested, context) => marketById(id, context),
    },
    pricelist: {
      typeName: "PriceList",
      operations: { admin: "pricing.priceLists.all" },
      find: (id, _requested, context) => loadPriceList(context, id),
    },
    taxcategory: {
      typeName: "TaxCategory",
      operations: { admin: "pricing.taxCategories.byId" },
      find: (id, _requested, context) => loadTaxCategory(context, id),
    },
    taxzone: {
      typeName: "TaxZone",
      operations: { admin: "pricing.taxZones.byId" },
      find: (id, _requested, context) => loadTaxZone(context, id),
    },
    taxrate: {
      typeName: "TaxRate",
      operations: { admin: "pricing.taxRates.byId" },
      find: (id, _requested, context) => loadTaxRate(context, id),
    },
    customergroup: {
      typeName: "CustomerGroup",
      operations: { admin: "pricing.customerGroups.all" },
      find: (id, _requested, context) => loadCustomerGroup(context, id),
    },
    fee: {
      typeName: "Fee",
      operations: { admin: "pricing.fees.all" },
      find: (id, _requested, context) => loadFee(context, id),
    },
    work: {
      typeName: "ScheduledPrice",
      operations: { admin: "pricing.scheduledPrices.byId" },
      find: (id, _requested, context) => loadScheduledPrice(context, id),
    },
  },
} as const satisfies ContextApi<
  "market" | "pricelist" | "taxcategory" | "taxzone" | "taxrate" | "customergroup" | "fee" | "work"
>;
