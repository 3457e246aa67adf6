import type { PaymentStores } from "../../application/payments/ports/payment-stores.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { paymentsMigrations } from "./migrations/payments-migrations.js";
import { PAYMENT_CHECKS } from "./payment-checks.js";
import { sqlGatewayEvents } from "./sql-gateway-events.js";
import { sqlOfferedMethods, sqlPaymentMethods } from "./sql-payment-methods.js";
import { sqlPaymentReads } from "./sql-payment-reads.js";
import { SqlPayments } from "./sql-payments.js";

const stores: StoreMakers<PaymentStores> = {
  payments: (session, clock) => new SqlPayments(session, clock),
  gatewayEvents: sqlGatewayEvents,
  paymentMethods: sqlPaymentMethods,
  offeredMethods: sqlOfferedMethods,
};

export const paymentsStorage = {
  name: "payments",
  migrations: paymentsMigrations,
  stores,
  reads: ({ source }: ReadNeeds) => ({
    paymentReads: sqlPaymentReads(source),
    offeredMethods: sqlOfferedMethods(source),
  }),
  checks: PAYMENT_CHECKS,
} as const satisfies Storage;
