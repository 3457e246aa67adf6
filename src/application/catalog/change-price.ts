import { CHANGE_PRICE, changedPrice, factsOf, planOf, returnedPrice, wayBack, type PricePlan } from "../pricing/pricing.js";
import type { Clock } from "../shared/clock.js";
import type { Ids } from "../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores } from "../shared/schedule.js";
import { SCHEDULER } from "../shared/viewer.js";
import { putProducts } from "./put-products.js";
import type { EditStores } from "./take-products.js";
import { takenBy, takeVariants } from "./take-variants.js";

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Makes a price change that was scheduled, like an edit by hand. Of a variant that is gone nothing can be changed: VariantNotFound. */
export const changePrice = ({ clock, ids }: Needs): Job<EditStores & ScheduleStores> => ({
  kind: CHANGE_PRICE,
  run: async (work, stores) => {
    const now = clock.now();
    const plans = [...(await returnsBefore(work, stores)), planOf(work.facts)];
    const { variantId, taken } = takenBy(await takeVariants(stores, [work.subject]), work.subject, []);
    const { product, before, prices: knownPrices, stock: knownStock } = taken;
    let price = knownPrices.get(variantId) ?? null;
    for (const plan of plans) {
      if (plan.does === "return") price = returnedPrice(variantId, price, plan.back);
      else if (plan.until === null || plan.until > now) {
        if (plan.until) await stores.schedule.plan([{ id: ids.next("work"), kind: CHANGE_PRICE, subject: variantId, dueAt: plan.until, facts: factsOf({ does: "return", back: wayBack(price, plan.change) }) }]);
        price = changedPrice(variantId, price, plan.change);
      }
      // A price whose time has passed while no worker ran is left out, and with it its way back.
    }
    await putProducts({ stores, viewer: SCHEDULER, now }, [{ product, before, knownPrices, knownStock, prices: new Map([[variantId, price]]), stock: new Map() }]);
  },
});

/** Where one price ends when the next begins, the first goes back before the second is looked at: else the second would return to it. */
const returnsBefore = async ({ subject, dueAt }: ScheduledWork, { schedule }: ScheduleStores): Promise<readonly PricePlan[]> => {
  const pending = await schedule.ofSubject(CHANGE_PRICE, [subject]);
  const due = pending.filter((other) => other.dueAt <= dueAt && planOf(other.facts).does === "return");
  await schedule.cancel(due.map(({ id }) => id));
  return due.map(({ facts }) => planOf(facts));
};
