import { parseId } from "../../shared/ids.js";
import type { Job } from "../../shared/schedule.js";
import { SCHEDULER } from "../../shared/viewer.js";
import { asEdited } from "../product-edit/edited-product.js";
import { lockProducts, type EditStores } from "../product-edit/lock-products.js";
import { ANNOUNCE_PUBLICATION, announcementOf } from "../product-edit/plan-announcements.js";
import { saveProducts } from "../product-edit/save-products.js";

/**
 * Announces that the shop starts or stops showing a product, as of the planned time, and plans the
 * next announcement.
 */
export const announcePublication: Job<EditStores> = {
  kind: ANNOUNCE_PUBLICATION,
  isSeen: true,
  run: async ({ subject, dueAt }, stores) => {
    const productId = parseId("product", subject);
    const locked = productId && (await lockProducts(stores, [productId])).get(productId);
    if (!locked) return;
    locked.product.announce(dueAt);
    await saveProducts({ stores, viewer: SCHEDULER, now: dueAt }, [asEdited(locked)]);
    await stores.schedule.plan(announcementOf(locked.product.snapshot(), dueAt));
  },
};
