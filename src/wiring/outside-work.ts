import { CONTEXTS } from "../application/contexts.js";
import type { PaymentServices } from "../application/payments/ports/payment-services.js";
import type { Log } from "../application/shared/log.js";
import { outsideOf } from "../application/shared/open-contexts.js";
import type { OutsideWork } from "../application/shared/outside-work.js";
import type { Config } from "../infrastructure/config.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";
import { SqlOutsideQueue } from "../infrastructure/shared/worker/sql-outside-queue.js";
import type { Store } from "../infrastructure/store.js";
import { wiredMails } from "./wired-mails.js";

/**
 * What the workers of this process do with services outside.
 * @param paymentServices the gateways; null: none
 */
export const outsideWork = (
  { mail, dataDir }: Config,
  store: Store,
  log: Log,
  paymentServices: PaymentServices | null = null,
): readonly OutsideWork[] =>
  outsideOf(CONTEXTS, {
    ...store,
    ...wiredMails(mail, dataDir, store),
    clock: systemClock,
    ids: new TypeIds(systemClock),
    paymentServices,
    outsideQueue: new SqlOutsideQueue({
      unitOfWork: store.workerUnitOfWork,
      reads: store.readSource,
      clock: systemClock,
      log,
    }),
  });
