import type { CollectionSnapshot } from "../../../domain/catalog/collection.js";
import { nextTurn } from "../../../domain/catalog/product.js";
import { id } from "../../../domain/shared/id.js";
import { same } from "../../../domain/shared/same.js";
import { parseId } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores, WorkId } from "../../shared/schedule.js";
import type { CatalogStores } from "../ports.js";

/** Tells of a collection when the shop begins to show it, or ceases to, because the time has come. */
export const ANNOUNCE_COLLECTION = "catalog.announce-collection";

/** Whether an edit itself decides about when the shop shows a collection: of all others time alone tells, in its order. */
export const isShownAnew = (
  before: CollectionSnapshot | null,
  after: CollectionSnapshot,
): boolean => !before || !same(before.publication, after.publication);

/** Plans what is to be told of a collection whose window is another one now, in place of what was planned. */
export const planCollectionAnnouncement = async (
  { schedule }: ScheduleStores,
  before: CollectionSnapshot | null,
  after: CollectionSnapshot,
  now: Date,
): Promise<void> => {
  if (!isShownAnew(before, after)) return;
  const outdated = before?.publication
    ? await schedule.ofSubject(ANNOUNCE_COLLECTION, [after.id])
    : [];
  await schedule.cancel(outdated.map((work) => work.id));
  await schedule.plan(announcementOf(after, now));
};

/** What is to be told next: only that is planned, so a beginning that was late is never told after the end. */
const announcementOf = (
  { id: subject, version, publication }: CollectionSnapshot,
  after: Date,
): readonly ScheduledWork[] => {
  const dueAt = nextTurn({ status: "ACTIVE", publication }, after);
  // The version is in it because the same moment may be planned, taken back and planned again.
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

/** Announces that the shop shows a collection, or no longer shows it, as of the moment that was planned, and plans what comes next. */
export const announceCollection: Job<Pick<CatalogStores, "collections"> & ScheduleStores> = {
  kind: ANNOUNCE_COLLECTION,
  run: async ({ subject, dueAt }, { collections, schedule }) => {
    const collectionId = parseId("collection", subject);
    const collection = collectionId && (await collections.byId([collectionId])).get(collectionId);
    if (!collection) return;
    collection.announce(dueAt);
    await collections.save(collection);
    await schedule.plan(announcementOf(collection.snapshot(), dueAt));
  },
};
