import { ObjectType } from "type-graphql";
import { MarketFields } from "./market-fields.js";

@ObjectType("Market", {
  simpleResolvers: true,
  description: "A market: the countries the shop sells to, with currency and languages.",
})
export class ShopMarket extends MarketFields {}
