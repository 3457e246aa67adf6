import { CreatePaymentsPayment1764003900010 } from "./1764003900010-create-payments-payment.js";
import { CreatePaymentsTransaction1764003900011 } from "./1764003900011-create-payments-transaction.js";
import { CreatePaymentsRefund1764003900012 } from "./1764003900012-create-payments-refund.js";
import { CreatePaymentsMethod1764003900013 } from "./1764003900013-create-payments-method.js";
import { AddManualMethod1764003900014 } from "./1764003900014-add-manual-method.js";
import { CreatePaymentsWebhookEvent1764003900015 } from "./1764003900015-create-payments-webhook-event.js";

/**
 * The migrations of the tables of payments. A migration that has been released is never changed; a
 * new one is added below.
 */
export const paymentsMigrations = [
  CreatePaymentsPayment1764003900010,
  CreatePaymentsTransaction1764003900011,
  CreatePaymentsRefund1764003900012,
  CreatePaymentsMethod1764003900013,
  AddManualMethod1764003900014,
  CreatePaymentsWebhookEvent1764003900015,
];
