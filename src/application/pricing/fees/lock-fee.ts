import { FeeNotFound } from "../../../domain/pricing/fees/errors.js";
import type { Fee } from "../../../domain/pricing/fees/fee.js";
import type { FeeId } from "../../../domain/pricing/ids.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { Warning } from "../../shared/warning.js";
import { lockDefaultMarket } from "../markets/lock-market.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/** The stores that a change of fees uses. */
export type FeeWriteStores = Pick<
  PricingStores,
  "fees" | "markets" | "priceLists" | "taxCategories"
>;

/** The result of a change of a fee. Plain JSON. */
export interface FeeEdited {
  readonly feeId: FeeId;
  readonly warnings: readonly Warning[];
}

/**
 * Locks the default market first, as each change of fees and taxes does, so that it is decided on
 * all fees and tax categories as they are.
 * @throws FeeNotFound, StaleVersion
 */
export const lockFee = async (stores: FeeWriteStores, target: Target): Promise<Fee> => {
  await lockDefaultMarket(stores);
  return lockTarget("fee", target, stores.fees, (id) => new FeeNotFound(id));
};
