import type { Id } from "../shared/id.js";

export type MarketId = Id<"market">;
export type PriceListId = Id<"pricelist">;
