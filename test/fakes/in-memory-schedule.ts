import type { Schedule, ScheduledWork } from "../../src/application/shared/schedule.js";
import type { WorkEntry, WorkLog } from "../../src/application/shared/work-log.js";
import type { InMemoryDatabase } from "./in-memory-database.js";

export interface StoredWork extends ScheduledWork, Omit<WorkEntry, "id"> {
  readonly doneAt: Date | null;
}

const bySoonest = (a: StoredWork, b: StoredWork): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1);
const workOf = ({ id, kind, subject, dueAt, facts }: StoredWork): ScheduledWork => ({
  id,
  kind,
  subject,
  dueAt,
  facts,
});
const entryOf = ({ facts: _, doneAt: __, ...entry }: StoredWork): WorkEntry => entry;

/** Scheduled work in memory, and the operator's view of it. */
export const inMemorySchedule = (
  database: InMemoryDatabase,
): { readonly schedule: Schedule; readonly workLog: WorkLog } => {
  const rows = () => database.rows<StoredWork>("work");
  const chosen = (test: (row: StoredWork) => boolean): readonly StoredWork[] =>
    [...rows().values()].filter(test).toSorted(bySoonest);
  const isOpen = ({ status }: StoredWork): boolean => status !== "DONE";
  const remove = (removed: readonly StoredWork[]): number => {
    for (const { id } of removed) rows().delete(id);
    return removed.length;
  };
  return {
    schedule: {
      plan: async (works) => {
        for (const work of works)
          rows().set(
            work.id,
            structuredClone({
              ...work,
              status: "PENDING" as const,
              everyMs: null,
              attempts: 0,
              lastError: null,
              doneAt: null,
            }),
          );
      },
      ofSubjects: async (kind, subjects) =>
        chosen(
          (row) => row.kind === kind && subjects.includes(row.subject) && row.status === "PENDING",
        ).map(workOf),
      ofIds: async (kind, ids) =>
        chosen((row) => row.kind === kind && ids.includes(row.id) && row.status === "PENDING").map(
          workOf,
        ),
      cancel: async (ids) =>
        remove(chosen(({ id, status }) => ids.includes(id) && status === "PENDING")),
      cancelOfSubject: async (kind, subject) =>
        remove(
          chosen((row) => row.kind === kind && row.subject === subject && row.status === "PENDING"),
        ),
      cancelAllOfSubjects: async (subjects) =>
        remove(chosen((row) => subjects.includes(row.subject) && row.status === "PENDING")),
    },
    workLog: {
      list: async (status, limit) =>
        chosen((row) => row.status === status)
          .slice(0, limit)
          .map(entryOf),
      ofIds: async (ids) => chosen(({ id }) => ids.includes(id)).map(entryOf),
      retry: async (ids, now) => {
        for (const row of chosen((one) => ids.includes(one.id) && isOpen(one)))
          rows().set(row.id, {
            ...row,
            status: "PENDING",
            attempts: 0,
            dueAt: now,
            lastError: null,
          });
      },
      drop: async (ids) => void remove(chosen((row) => ids.includes(row.id) && isOpen(row))),
      removeDone: async (before, limit) =>
        remove(
          chosen(
            ({ status, doneAt }) => status === "DONE" && doneAt !== null && doneAt < before,
          ).slice(0, limit),
        ),
    },
  };
};
