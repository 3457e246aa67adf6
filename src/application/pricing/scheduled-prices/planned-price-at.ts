import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  changedPrice,
  priceReversal,
  revertedPrice,
} from "../../../domain/pricing/price-change.js";
import type { VariantPrice } from "../../../domain/pricing/variant-price.js";
import { id } from "../../../domain/shared/id.js";
import type { WorkId } from "../../shared/schedule.js";
import type { PlannedPrice } from "../ports/scheduled-price-reads.js";
import { byTime } from "./price-plan.js";

/** The price at a moment when all scheduled changes are made on time, as `changePrice` makes them. */
export const plannedPriceAt = (
  variantId: VariantId,
  stored: VariantPrice | null,
  plans: readonly PlannedPrice[],
  moment: Date,
): VariantPrice | null => {
  let price = stored;
  const pending = plans.filter(({ at }) => at <= moment);
  // Each change adds its reversal at most.
  for (let done = 0; pending.length > 0; done++) {
    pending.sort(byTime);
    const plan = pending.shift()?.plan;
    if (plan?.kind === "reversal") price = revertedPrice(variantId, price, plan.reversal);
    if (plan?.kind !== "change") continue;
    const { change, until } = plan;
    if (until !== null && until <= moment)
      pending.push({
        id: reversalId(done),
        at: until,
        plan: { kind: "reversal", reversal: priceReversal(price, change) },
      });
    price = changedPrice(variantId, price, change);
  }
  return price;
};

/** After the ids of all stored work, in the order of the changes. */
const reversalId = (n: number): WorkId => id<WorkId>(`~${String(n).padStart(6, "0")}`);
