import type { MarketEdited } from "../../../../application/pricing/markets/lock-market.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { AdminMarket } from "./admin-market.js";
import { marketById } from "./all-markets.js";

export const marketPayloads = payloadsOf({
  field: "market",
  thing: "market",
  type: () => AdminMarket,
  load: (context, { marketId }: MarketEdited) => marketById(marketId, context),
});
