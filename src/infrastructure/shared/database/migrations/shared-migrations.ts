import { NotePlainKeys1763700000000 } from "./1763700000000-note-plain-keys.js";
import { CreateOutbox1763800000000 } from "./1763800000000-create-outbox.js";
import { CreatePlinthSetting1763800000010 } from "./1763800000010-create-plinth-setting.js";
import { CreateIdempotencyRecord1763900000000 } from "./1763900000000-create-idempotency-record.js";
import { AddOutboxDelivery1763900000100 } from "./1763900000100-add-outbox-delivery.js";
import { IndexOutboxStatus1763900000101 } from "./1763900000101-index-outbox-status.js";
import { IndexOutboxAggregateStatus1763900000102 } from "./1763900000102-index-outbox-aggregate-status.js";
import { CreateInbox1763900000103 } from "./1763900000103-create-inbox.js";
import { CreateScheduledWork1763900000104 } from "./1763900000104-create-scheduled-work.js";
import { IndexScheduledWorkSubject1763900000204 } from "./1763900000204-index-scheduled-work-subject.js";

/**
 * The migrations of the tables of what all contexts use. A migration that has been released is never changed; a new
 * one is added below.
 */
export const sharedMigrations = [
  NotePlainKeys1763700000000,
  CreateOutbox1763800000000,
  CreatePlinthSetting1763800000010,
  CreateIdempotencyRecord1763900000000,
  AddOutboxDelivery1763900000100,
  IndexOutboxStatus1763900000101,
  IndexOutboxAggregateStatus1763900000102,
  CreateInbox1763900000103,
  CreateScheduledWork1763900000104,
  IndexScheduledWorkSubject1763900000204,
];
