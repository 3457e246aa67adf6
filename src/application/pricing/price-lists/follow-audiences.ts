import { PriceList, type PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import { fallbacksOf } from "../../../domain/pricing/price-lists/applicable-lists.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores } from "../../shared/schedule.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import { FILL_PRICE_LIST, nextPortion, type FillStores } from "./fill-price-lists.js";

/**
 * The kind of scheduled work at both ends of the window of a price list, and after changes of
 * audiences and markets; its subject is what changed.
 */
const FOLLOW_AUDIENCES = "pricing.follow-audiences";

export type FollowStores = Pick<PricingStores, "priceLists" | "markets"> & ScheduleStores;

interface Needs {
  readonly ids: Ids;
  readonly now: Date;
}

/**
 * Plans the work at the future ends of the window of a list instead of the work that was planned
 * before, and work at once when others may fall back on the list.
 */
export const planToFollow = async (
  { schedule }: ScheduleStores,
  { id, validFrom, validUntil }: Pick<PriceListSnapshot, "id" | "validFrom" | "validUntil">,
  { ids, now }: Needs,
): Promise<void> => {
  await schedule.cancelOfSubject(FOLLOW_AUDIENCES, id);
  const moments = [now, validFrom, validUntil].filter(
    (moment): moment is Date => moment !== null && moment >= now,
  );
  await schedule.plan(moments.map((dueAt) => followAt(id, dueAt, ids)));
};

/** Work for now, after a change of a market. */
export const followNow = (subject: string, { ids, now }: Needs): ScheduledWork =>
  followAt(subject, now, ids);

const followAt = (subject: string, dueAt: Date, ids: Ids): ScheduledWork => ({
  id: ids.next("work"),
  kind: FOLLOW_AUDIENCES,
  subject,
  dueAt,
  facts: {},
});

/**
 * Works out on which lists each price list falls back now. Those whose fallbacks change are computed
 * again for every product, portion by portion, and no buyer gets their prices before that is done.
 */
export const followAudiences = ({
  clock,
  ids,
}: {
  readonly clock: Clock;
  readonly ids: Ids;
}): Job<FollowStores & FillStores> => ({
  kind: FOLLOW_AUDIENCES,
  isSeen: true,
  run: async (_, stores) => {
    const now = clock.now();
    // Every change of an audience or a market locks the default market first.
    await stores.markets.default();
    const [lists, markets] = [await stores.priceLists.lockAll(), await stores.markets.all()];
    // A list that is being computed again still counts: it will be ready soon.
    const ready = lists.map((list) => ({ ...list, isReady: true }));
    for (const list of lists) {
      const changed = PriceList.restore(list);
      if (!changed.fallBackOn(fallbacksOf(list, ready, markets, now), now)) continue;
      await stores.priceLists.save(changed);
      await stores.schedule.cancelOfSubject(FILL_PRICE_LIST, list.id);
      await stores.schedule.plan([nextPortion(list.id, null, { ids, now }, true)]);
    }
  },
});
