import type { Id } from "../shared/id.js";

export type MarketId = Id<"Market">;
export type PriceListId = Id<"PriceList">;
