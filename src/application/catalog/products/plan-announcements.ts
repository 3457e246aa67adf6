import { nextTurn, type ProductSnapshot } from "../../../domain/catalog/product.js";
import { id } from "../../../domain/shared/id.js";
import { same } from "../../../domain/shared/same.js";
import type { ScheduledWork, ScheduleStores, WorkId } from "../../shared/schedule.js";

/** Tells of a product when the shop begins to show it, or ceases to, because the time has come. */
export const ANNOUNCE_PUBLICATION = "catalog.announce-publication";

interface Edited {
  /** Null for a new product. */
  readonly before: ProductSnapshot | null;
  readonly after: ProductSnapshot;
}

/** Plans what is to be told of products whose window is another one now, in place of what was planned. */
export const planAnnouncements = async (
  { schedule }: ScheduleStores,
  products: readonly Edited[],
  now: Date,
): Promise<void> => {
  const moved = products.filter(({ before, after }) => !before || isTurned(before, after));
  const outdated = await schedule.ofSubject(
    ANNOUNCE_PUBLICATION,
    moved.flatMap(({ before }) => (before && mayBePlanned(before) ? [before.id] : [])),
  );
  await schedule.cancel(outdated.map((work) => work.id));
  await schedule.plan(moved.flatMap(({ after }) => announcementOf(after, now)));
};

/**
 * Whether an edit itself decides about when the shop shows a product. Of all others time alone makes the difference, and tells of it in
 * its order: an edit that waited for its turn, or whose clock is slow, would take back what has been told since.
 */
export const isTurned = (before: ProductSnapshot, after: ProductSnapshot): boolean =>
  before.status !== after.status || !same(before.publication, after.publication);

const mayBePlanned = ({ status, publication }: ProductSnapshot): boolean =>
  status === "ACTIVE" && publication !== null;

/**
 * What is to be told next. Only that is planned, and when it is told, what comes after it: so a beginning that was late is never
 * told after the end.
 */
export const announcementOf = (product: ProductSnapshot, after: Date): readonly ScheduledWork[] => {
  const dueAt = nextTurn(product, after);
  // The version is in it because the same moment may be planned, taken back and planned again.
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
