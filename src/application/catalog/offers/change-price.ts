import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  CHANGE_PRICE,
  changedPrice,
  factsOf,
  inOrder,
  planOf,
  returnedPrice,
  wayBack,
  type PlannedPrice,
  type VariantPrice,
} from "../../pricing/pricing.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores } from "../../shared/schedule.js";
import { SCHEDULER } from "../../shared/viewer.js";
import { asEdited, putProducts } from "../products/put-products.js";
import type { EditStores } from "../products/take-products.js";
import { takenBy, takeVariants } from "../parts/take-variants.js";

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Makes a price change that was scheduled, like an edit by hand. Of a variant that is gone nothing can be changed: VariantNotFound. */
export const changePrice = ({ clock, ids }: Needs): Job<EditStores & ScheduleStores> => ({
  kind: CHANGE_PRICE,
  run: async (work, stores) => {
    const now = clock.now();
    const due = await upTo(work, stores);
    const { variantId, taken } = takenBy(
      await takeVariants(stores, [work.subject]),
      work.subject,
      [],
    );
    let price = taken.prices.get(variantId) ?? null;
    for (const planned of due) price = await next(variantId, price, planned);
    await putProducts({ stores, viewer: SCHEDULER, now }, [
      asEdited(taken, { prices: new Map([[variantId, price]]) }),
    ]);

    async function next(
      subject: VariantId,
      stored: VariantPrice | null,
      { plan }: PlannedPrice,
    ): Promise<VariantPrice | null> {
      if (plan.does === "return") return returnedPrice(subject, stored, plan.back);
      const { change, until } = plan;
      // A price whose time has passed while no worker ran is left out, and with it its way back.
      if (until !== null && until <= now) return stored;
      if (until !== null)
        await stores.schedule.plan([
          {
            id: ids.next("work"),
            kind: CHANGE_PRICE,
            subject,
            dueAt: until,
            facts: factsOf({ does: "return", back: wayBack(stored, change) }),
          },
        ]);
      return changedPrice(subject, stored, change);
    }
  },
});

/**
 * The work with everything that is due before it: another scheduler may be about to do that, and would do it too late. It is taken
 * back there, and done here.
 */
const upTo = async (
  work: ScheduledWork,
  { schedule }: ScheduleStores,
): Promise<readonly PlannedPrice[]> => {
  const planned = (one: ScheduledWork): PlannedPrice => ({
    id: one.id,
    at: one.dueAt,
    plan: planOf(one.facts),
  });
  const own = planned(work);
  const pending = (await schedule.ofSubject(CHANGE_PRICE, [work.subject])).map(planned);
  const earlier = pending.filter((one) => inOrder(one, own) < 0).toSorted(inOrder);
  await schedule.cancel(earlier.map(({ id }) => id));
  return [...earlier, own];
};
