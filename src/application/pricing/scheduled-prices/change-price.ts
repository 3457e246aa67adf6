import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  changedPrice,
  priceReversal,
  revertedPrice,
} from "../../../domain/pricing/price-change.js";
import type { VariantPrice } from "../../../domain/pricing/variant-price.js";
import type { Clock } from "../../shared/clock.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores } from "../../shared/schedule.js";
import { SCHEDULER } from "../../shared/viewer.js";
import { afterPriceChanges, type PriceWriteStores } from "../prices/after-price-changes.js";
import { priceChanges } from "../prices/price-changes.js";
import type { PlannedPrice } from "../ports/scheduled-price-reads.js";
import { byTime, CHANGE_PRICE, factsOf, planOf } from "./price-plan.js";

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Makes a scheduled price change. @throws VariantNotFound for a removed variant */
export const changePrice = ({ clock, ids }: Needs): Job<PriceWriteStores & ScheduleStores> => ({
  kind: CHANGE_PRICE,
  isSeen: true,
  run: async (work, stores) => {
    const now = clock.now();
    const due = await withEarlierWork(work, stores);
    const variantId = parseId("variant", work.subject);
    const price = variantId && (await stores.prices.lock([variantId])).get(variantId);
    if (!price) throw new VariantNotFound(work.subject, []);
    let next = price.price;
    for (const planned of due) next = await apply(variantId, next, planned);
    if (!price.set(next)) return;
    await stores.prices.save([price]);
    await afterPriceChanges({ stores, viewer: SCHEDULER, now }, [
      { price, changes: priceChanges(price) },
    ]);

    async function apply(
      subject: VariantId,
      stored: VariantPrice | null,
      { plan }: PlannedPrice,
    ): Promise<VariantPrice | null> {
      if (plan.kind === "reversal") return revertedPrice(subject, stored, plan.reversal);
      const { change, until } = plan;
      // A price whose period passed while no worker ran is skipped, together with its reversal.
      if (until !== null && until <= now) return stored;
      if (until !== null)
        await stores.schedule.plan([
          {
            id: ids.next("work"),
            kind: CHANGE_PRICE,
            subject,
            dueAt: until,
            facts: factsOf({ kind: "reversal", reversal: priceReversal(stored, change) }),
          },
        ]);
      return changedPrice(subject, stored, change);
    }
  },
});

/**
 * The work and all earlier work of the variant, in order. Another worker may be about to do the
 * earlier work and would do it too late, so it is cancelled there and done here.
 */
const withEarlierWork = async (
  work: ScheduledWork,
  { schedule }: ScheduleStores,
): Promise<readonly PlannedPrice[]> => {
  const planned = (one: ScheduledWork): PlannedPrice => ({
    id: one.id,
    at: one.dueAt,
    plan: planOf(one.facts),
  });
  const own = planned(work);
  const pending = (await schedule.ofSubjects(CHANGE_PRICE, [work.subject])).map(planned);
  const earlier = pending.filter((one) => byTime(one, own) < 0).toSorted(byTime);
  await schedule.cancel(earlier.map(({ id }) => id));
  return [...earlier, own];
};
