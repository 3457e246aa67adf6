import type { EventStores } from "../../../application/shared/events.js";
import type { IdempotencyStores } from "../../../application/shared/idempotency-keys.js";
import type { ScheduleStores } from "../../../application/shared/schedule.js";
import type { SettingStores } from "../../../application/shared/settings.js";
import type { TermsRevisionStores } from "../../../application/shared/terms-revision.js";
import type { WorkStores } from "../../../application/shared/work-log.js";
import { sharedMigrations } from "../database/migrations/shared-migrations.js";
import { sqlIdempotencyKeyReads } from "../database/sql-idempotency-key-reads.js";
import { SqlIdempotencyKeys } from "../database/sql-idempotency-keys.js";
import { SqlSettings } from "../database/sql-settings.js";
import { termsRevisions } from "../database/terms-revisions.js";
import type { ReadNeeds, Storage, StoreMakers } from "./storage.js";
import type { DeliveryStores } from "../worker/outbox-relay.js";
import type { WorkQueueStores } from "../worker/scheduler.js";
import { SqlDeliveries } from "../worker/sql-deliveries.js";
import { SqlEventLog } from "../worker/sql-event-log.js";
import { SqlSchedule } from "../worker/sql-schedule.js";
import { SqlWorkLog } from "../worker/sql-work-log.js";
import { SqlWorkQueue } from "../worker/sql-work-queue.js";
import { WORKER_CHECKS } from "../worker/worker-checks.js";

const stores: StoreMakers<
  SettingStores &
    IdempotencyStores &
    ScheduleStores &
    EventStores &
    WorkStores &
    TermsRevisionStores
> = {
  settings: (session) => new SqlSettings(session),
  idempotencyKeys: (session) => new SqlIdempotencyKeys(session),
  schedule: (session) => new SqlSchedule(session),
  eventLog: (session) => new SqlEventLog(session),
  workLog: (session) => new SqlWorkLog(session),
  termsRevisions,
};

const workerStores: StoreMakers<DeliveryStores & WorkQueueStores> = {
  deliveries: (session) => new SqlDeliveries(session),
  workQueue: (session) => new SqlWorkQueue(session),
};

/** What the changes of all contexts use. */
export const sharedStorage = {
  name: "shared",
  migrations: sharedMigrations,
  stores,
  workerStores,
  checks: WORKER_CHECKS,
  reads: ({ source }: ReadNeeds) => ({
    idempotencyKeyReads: sqlIdempotencyKeyReads(source),
    termsRevisions: termsRevisions(source),
  }),
} as const satisfies Storage;
