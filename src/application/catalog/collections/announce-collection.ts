import type { CollectionSnapshot } from "../../../domain/catalog/collections/collection-content.js";
import { nextVisibilityChange } from "../../../domain/catalog/products/is-visible.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { id } from "../../../domain/shared/id.js";
import { parseId } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores, WorkId } from "../../shared/schedule.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

/** The kind of scheduled work that announces when the shop starts or stops showing a collection. */
const ANNOUNCE_COLLECTION = "catalog.announce-collection";

/**
 * Announces that the shop starts or stops showing a collection, as of the planned time, and plans
 * the next announcement.
 */
export const announceCollection: Job<Pick<CatalogStores, "collections"> & ScheduleStores> = {
  kind: ANNOUNCE_COLLECTION,
  isSeen: true,
  run: async ({ subject, dueAt }, { collections, schedule }) => {
    const collectionId = parseId("collection", subject);
    const collection = collectionId && (await collections.byId([collectionId])).get(collectionId);
    if (!collection) return;
    collection.announce(dueAt);
    await collections.save(collection);
    await schedule.plan(announcementOf(collection.snapshot(), dueAt));
  },
};

/**
 * Whether an edit itself changes when the shop shows a collection. For all other edits only the
 * scheduled work may announce a change.
 */
export const changesPublication = (
  before: CollectionSnapshot | null,
  after: CollectionSnapshot,
): boolean => !before || !deepEqual(before.publication, after.publication);

/**
 * Plans the announcements of a collection whose publication was edited, in place of those planned
 * before.
 */
export const planCollectionAnnouncement = async (
  { schedule }: ScheduleStores,
  before: CollectionSnapshot | null,
  after: CollectionSnapshot,
  now: Date,
): Promise<void> => {
  if (!changesPublication(before, after)) return;
  const outdated = before?.publication
    ? await schedule.ofSubjects(ANNOUNCE_COLLECTION, [after.id])
    : [];
  await schedule.cancel(outdated.map((work) => work.id));
  await schedule.plan(announcementOf(after, now));
};

/**
 * The next announcement. Each one plans the one after it, so that a late start is never announced
 * after the end.
 */
const announcementOf = (
  { id: subject, version, publication }: CollectionSnapshot,
  after: Date,
): readonly ScheduledWork[] => {
  const dueAt = nextVisibilityChange({ status: "ACTIVE", publication }, after);
  // The id contains the version, because one time may be planned, cancelled and planned again.
  return dueAt
    ? [
        {
          id: id<WorkId>(`${ANNOUNCE_COLLECTION}:${subject}:${version}:${dueAt.getTime()}`),
          kind: ANNOUNCE_COLLECTION,
          subject,
          dueAt,
          facts: {},
        },
      ]
    : [];
};
