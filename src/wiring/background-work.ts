import { announcePublication } from "../application/catalog/products/announce-publication.js";
import { announceCollection } from "../application/catalog/collections/announce-collection.js";
import { evaluateCollection } from "../application/catalog/collections/evaluate-collection.js";
import { refreshAutomatedCollections } from "../application/catalog/collections/refresh-automated-collections.js";
import { changePrice } from "../application/catalog/prices-and-stock/change-price.js";
import { clearPriceLists } from "../application/catalog/prices-and-stock/clear-price-list.js";
import { fillPriceLists } from "../application/catalog/prices-and-stock/fill-price-lists.js";
import { cancelScheduledPrices } from "../application/catalog/prices-and-stock/cancel-scheduled-prices.js";
import { removeDeliveredEvents } from "../application/operations/remove-delivered-events.js";
import { removeDoneWork } from "../application/operations/remove-done-work.js";
import { removeExpiredKeys } from "../application/operations/remove-expired-keys.js";
import { sweepFiles } from "../application/media/sweep-files.js";
import type { Subscriber } from "../application/shared/events.js";
import type { Job, Recurring } from "../application/shared/schedule.js";
import type { Stores } from "../infrastructure/stores.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";

/** What runs in the background: after a commit, or at a time. */
export interface BackgroundWork {
  readonly subscribers: readonly Subscriber<Stores>[];
  readonly jobs: readonly Job<Stores>[];
  readonly recurring: readonly Recurring<Stores>[];
}

const NEEDS = { clock: systemClock, ids: new TypeIds(systemClock) };

/** The subscribers, jobs and recurring work of all contexts. */
export const BACKGROUND_WORK: BackgroundWork = {
  subscribers: [cancelScheduledPrices],
  jobs: [
    announcePublication,
    announceCollection,
    refreshAutomatedCollections({ clock: systemClock }),
    evaluateCollection({ clock: systemClock }),
    changePrice(NEEDS),
    fillPriceLists(NEEDS),
    clearPriceLists(NEEDS),
  ],
  recurring: [removeDeliveredEvents, removeDoneWork, removeExpiredKeys, sweepFiles],
};
