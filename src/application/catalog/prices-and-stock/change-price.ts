import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  byTime,
  CHANGE_PRICE,
  changedPrice,
  factsOf,
  planOf,
  priceReversal,
  revertedPrice,
  type PlannedPrice,
  type VariantPrice,
} from "../../pricing/pricing.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores } from "../../shared/schedule.js";
import { SCHEDULER } from "../../shared/viewer.js";
import { asEdited } from "../product-edit/edited-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { lockedVariant, lockVariants } from "../product-edit/lock-variants.js";
import { saveProducts } from "../product-edit/save-products.js";

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Makes a scheduled price change. @throws VariantNotFound for a removed variant */
export const changePrice = ({ clock, ids }: Needs): Job<EditStores & ScheduleStores> => ({
  kind: CHANGE_PRICE,
  run: async (work, stores) => {
    const now = clock.now();
    const due = await withEarlierWork(work, stores);
    const { variantId, locked } = lockedVariant(
      await lockVariants(stores, [work.subject]),
      work.subject,
      [],
    );
    let price = locked.prices.get(variantId) ?? null;
    for (const planned of due) price = await apply(variantId, price, planned);
    await saveProducts({ stores, viewer: SCHEDULER, now }, [
      asEdited(locked, { prices: new Map([[variantId, price]]) }),
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
