import {
  AdminMarketFieldsResolver,
  AdminMarketResolver,
  ShopMarketResolver,
} from "./market-resolvers.js";
import {
  MarketDeletePayloadResolver,
  MarketMutations,
  MarketPayloadResolver,
} from "./market-mutations.js";
import {
  PriceListDeletePayloadResolver,
  PriceListMutations,
  PriceListPayloadResolver,
} from "./price-list-mutations.js";
import {
  ListPriceResolver,
  PriceListResolver,
  VariantPricesResolver,
} from "./price-list-resolvers.js";
import { AdminShopResolver, ShopShopResolver } from "./shop-resolver.js";

/** What the shop can be asked of markets. */
export const shopPricingResolvers = [ShopShopResolver, ShopMarketResolver] as const;

/** What staff can ask and change of markets and price lists. */
export const adminPricingResolvers = [
  AdminShopResolver,
  AdminMarketResolver,
  AdminMarketFieldsResolver,
  MarketMutations,
  MarketPayloadResolver,
  MarketDeletePayloadResolver,
  PriceListResolver,
  ListPriceResolver,
  VariantPricesResolver,
  PriceListMutations,
  PriceListPayloadResolver,
  PriceListDeletePayloadResolver,
] as const;
