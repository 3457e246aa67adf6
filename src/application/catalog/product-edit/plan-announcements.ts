import { nextVisibilityChange } from "../../../domain/catalog/products/is-visible.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { id } from "../../../domain/shared/id.js";
import type { ScheduledWork, ScheduleStores, WorkId } from "../../shared/schedule.js";

/** The kind of scheduled work that announces when the shop starts or stops showing a product. */
export const ANNOUNCE_PUBLICATION = "catalog.announce-publication";

interface Edited {
  /** Null for a new product. */
  readonly before: ProductSnapshot | null;
  readonly after: ProductSnapshot;
}

/**
 * Plans announcements for the products whose visibility was edited, in place of those planned
 * before.
 */
export const planAnnouncements = async (
  { schedule }: ScheduleStores,
  products: readonly Edited[],
  now: Date,
): Promise<void> => {
  const affected = products.filter(
    ({ before, after }) => !before || changesVisibility(before, after),
  );
  const outdated = await schedule.ofSubjects(
    ANNOUNCE_PUBLICATION,
    affected.flatMap(({ before }) => (before && mayBePlanned(before) ? [before.id] : [])),
  );
  await schedule.cancel(outdated.map((work) => work.id));
  await schedule.plan(affected.flatMap(({ after }) => announcementOf(after, now)));
};

/**
 * Whether an edit itself changes when the shop shows a product. For all other edits only the
 * scheduled work may announce a change, because it runs in order of time: an edit that waited for a
 * lock, or whose clock is slow, would undo a later announcement.
 */
export const changesVisibility = (before: ProductSnapshot, after: ProductSnapshot): boolean =>
  before.status !== after.status || !deepEqual(before.publication, after.publication);

const mayBePlanned = ({ status, publication }: ProductSnapshot): boolean =>
  status === "ACTIVE" && publication !== null;

/**
 * The next announcement of a product. Each announcement plans the one after it, so that a late
 * start is never announced after the end.
 */
export const announcementOf = (product: ProductSnapshot, after: Date): readonly ScheduledWork[] => {
  const dueAt = nextVisibilityChange(product, after);
  // The id contains the version, because one time may be planned, cancelled and planned again.
  return dueAt
    ? [
        {
          id: id<WorkId>(
            `${ANNOUNCE_PUBLICATION}:${product.id}:${product.version}:${dueAt.getTime()}`,
          ),
          kind: ANNOUNCE_PUBLICATION,
          subject: product.id,
          dueAt,
          facts: {},
        },
      ]
    : [];
};
