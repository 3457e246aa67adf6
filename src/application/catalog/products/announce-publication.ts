import { parseId } from "../../shared/ids.js";
import type { Job } from "../../shared/schedule.js";
import { SCHEDULER } from "../../shared/viewer.js";
import { ANNOUNCE_PUBLICATION, announcementOf } from "./plan-announcements.js";
import { asEdited, putProducts } from "./put-products.js";
import { takeProducts, type EditStores } from "./take-products.js";

/** Announces that the shop shows a product, or no longer shows it, as of the moment that was planned, and plans what comes next. */
export const announcePublication: Job<EditStores> = {
  kind: ANNOUNCE_PUBLICATION,
  run: async ({ subject, dueAt }, stores) => {
    const productId = parseId("product", subject);
    const taken = productId && (await takeProducts(stores, [productId])).get(productId);
    if (!taken) return;
    taken.product.announce(dueAt);
    await putProducts({ stores, viewer: SCHEDULER, now: dueAt }, [asEdited(taken)]);
    await stores.schedule.plan(announcementOf(taken.product.snapshot(), dueAt));
  },
};
