import { announcePublication } from "../application/catalog/products/announce-publication.js";
import { announceCollection } from "../application/catalog/collections/announce-collection.js";
import { evaluateCollection } from "../application/catalog/collections/evaluate-collection.js";
import { keepCollections } from "../application/catalog/collections/keep-collections.js";
import { changePrice } from "../application/catalog/offers/change-price.js";
import { clearPriceLists } from "../application/catalog/offers/clear-price-list.js";
import { fillPriceLists } from "../application/catalog/offers/fill-price-list.js";
import { forgetScheduledPrices } from "../application/catalog/offers/forget-scheduled-prices.js";
import {
  forgetDeliveredEvents,
  forgetDoneWork,
  forgetIdempotencyKeys,
} from "../application/operations/forget-settled.js";
import { sweepFiles } from "../application/catalog/media/sweep-files.js";
import type { Subscriber } from "../application/shared/events.js";
import type { Job, Recurring } from "../application/shared/schedule.js";
import type { Stores } from "../infrastructure/data-source.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";

/** What happens in the background, after a commit or at a time. */
export interface Reactions {
  readonly subscribers: readonly Subscriber<Stores>[];
  readonly jobs: readonly Job<Stores>[];
  readonly recurring: readonly Recurring<Stores>[];
}

const MAKING = { clock: systemClock, ids: new TypeIds(systemClock) };

/** Who reacts to events, does scheduled work, and keeps house. */
export const REACTIONS: Reactions = {
  subscribers: [forgetScheduledPrices],
  jobs: [
    announcePublication,
    announceCollection,
    keepCollections({ clock: systemClock }),
    evaluateCollection({ clock: systemClock }),
    changePrice(MAKING),
    fillPriceLists(MAKING),
    clearPriceLists(MAKING),
  ],
  recurring: [forgetDeliveredEvents, forgetDoneWork, forgetIdempotencyKeys, sweepFiles],
};
