import type {
  GatewayEvent,
  PaymentStores,
} from "../../../src/application/payments/ports/payment-stores.js";
import type {
  PaymentFilter,
  PaymentReads,
  PaymentView,
} from "../../../src/application/payments/ports/payment-reads.js";
import {
  PaymentMethodKeyTaken,
  PaymentMethodNotFound,
} from "../../../src/domain/payments/errors.js";
import { pauseAfter } from "../../../src/domain/payments/next-call.js";
import {
  PaymentMethod,
  type PaymentMethodSnapshot,
} from "../../../src/domain/payments/payment-method.js";
import type { PaymentSnapshot } from "../../../src/domain/payments/payment-snapshot.js";
import type { PaymentTransaction } from "../../../src/domain/payments/payment-transaction.js";
import { Payment } from "../../../src/domain/payments/payment.js";
import { id } from "../../../src/domain/shared/id.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";

const [PAYMENT, TRANSACTION, METHOD, EVENT] = [
  "payments_payment",
  "payments_transaction",
  "payments_method",
  "payments_webhook_event",
];

/** The method that every shop has from the start. */
export const MANUAL: PaymentMethodSnapshot = {
  id: id("paymentmethod_00000000000000000000000000"),
  key: "manual",
  name: "Manual",
  instructions: "",
  translations: [],
  gateway: null,
  capture: "AUTOMATIC",
  markets: [],
  currencies: [],
  totals: [],
  payWithinMinutes: 4320,
  position: 0,
  isEnabled: true,
  version: 1,
  createdAt: new Date("2026-01-01T00:00:00.000Z"),
  updatedAt: new Date("2026-01-01T00:00:00.000Z"),
};

const paymentsOf = (database: InMemoryDatabase): readonly PaymentSnapshot[] =>
  structuredClone([...database.rows<PaymentSnapshot>(PAYMENT).values()]).toSorted(
    (a, b) => a.attempt - b.attempt,
  );

const methodsOf = (database: InMemoryDatabase): readonly PaymentMethodSnapshot[] => {
  const rows = database.rows<PaymentMethodSnapshot | null>(METHOD);
  if (!rows.has(MANUAL.id)) rows.set(MANUAL.id, MANUAL);
  return structuredClone([...rows.values()])
    .filter((one) => one !== null)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
};

export const inMemoryPaymentStores = (database: InMemoryDatabase): PaymentStores => {
  const save = async (payment: Payment): Promise<void> => {
    const snapshot = payment.snapshot();
    if (snapshot.version === payment.storedVersion) return;
    const before = database.rows<PaymentSnapshot>(PAYMENT).get(payment.id);
    if ((before?.version ?? 0) !== payment.storedVersion)
      throw new StaleVersion(payment.id, payment.storedVersion);
    payment.pullRefunds();
    database.rows(PAYMENT).set(payment.id, structuredClone(snapshot));
    const earlier = database.rows<PaymentTransaction[]>(TRANSACTION).get(payment.id) ?? [];
    database.rows(TRANSACTION).set(payment.id, [...earlier, ...payment.pullTransactions()]);
    database.append(payment.pullEvents(), payment.id);
    payment.saved();
  };
  const names = (found: PaymentSnapshot | undefined) =>
    found ? { paymentId: found.id, orderId: found.orderId } : null;
  return {
    payments: {
      add: save,
      save,
      ofOrder: async (orderId) =>
        paymentsOf(database)
          .filter((one) => one.orderId === orderId)
          .map((one) => Payment.restore(one)),
      namesOf: async (one) => names(paymentsOf(database).find((row) => row.id === one)),
      named: async (gateway, { reference, key }) => {
        const own = paymentsOf(database).filter((row) => row.gateway === gateway);
        return names(
          own.find((row) => reference !== null && row.reference === reference) ??
            own.find((row) => row.key === key),
        );
      },
      makeDue: async (one, at) => {
        const row = database.rows<PaymentSnapshot>(PAYMENT).get(one);
        if (row?.gateway && (row.dueAt === null || row.dueAt > at))
          database.rows(PAYMENT).set(one, { ...row, dueAt: at });
      },
      claimDue: async (now, limit) => {
        const due = paymentsOf(database)
          .flatMap((row) => (row.dueAt && row.dueAt <= now ? [{ row, at: row.dueAt }] : []))
          .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.row.id < b.row.id ? -1 : 1))
          .slice(0, limit);
        for (const { row } of due) {
          const checks = row.checks + 1;
          const dueAt = new Date(now.getTime() + pauseAfter(checks));
          database.rows(PAYMENT).set(row.id, { ...row, checks, dueAt });
        }
        return due.map(({ row }) => row.id);
      },
    },
    gatewayEvents: {
      add: async (event) => {
        const key = `${event.gateway} ${event.eventId}`;
        const rows = database.rows<GatewayEvent>(EVENT);
        if (rows.has(key)) return false;
        rows.set(key, structuredClone(event));
        return true;
      },
      removeReceivedBefore: async (time, limit) => {
        const rows = database.rows<GatewayEvent>(EVENT);
        const old = [...rows].filter(([, { receivedAt }]) => receivedAt < time).slice(0, limit);
        for (const [key] of old) rows.delete(key);
        return old.length;
      },
    },
    paymentMethods: {
      all: async () => methodsOf(database),
      get: async (one) => {
        const row = methodsOf(database).find((method) => method.id === one);
        if (!row) throw new PaymentMethodNotFound(one);
        return PaymentMethod.restore(row);
      },
      save: async (method) => {
        const [events, snapshot] = [method.pullEvents(), method.snapshot()];
        if (!events[0]) return;
        const others = methodsOf(database).filter((one) => one.id !== method.id);
        database.checkVersion(METHOD, method.id, events[0].version - 1);
        if (others.some(({ key }) => key === snapshot.key))
          throw new PaymentMethodKeyTaken(snapshot.key);
        database.rows(METHOD).set(method.id, structuredClone(snapshot));
        database.append(events, method.id);
      },
      remove: async (method) => {
        const events = method.pullEvents();
        if (method.id === MANUAL.id) database.rows(METHOD).set(method.id, null);
        else database.rows(METHOD).delete(method.id);
        database.append(events, method.id);
      },
    },
    offeredMethods: { at: async () => methodsOf(database) },
  };
};

const toView = ({
  key: _key,
  token: _token,
  returnUrl: _returnUrl,
  dueAt: _dueAt,
  checks: _checks,
  ...view
}: PaymentSnapshot): PaymentView => view;

const LATEST_FIRST: Order<PaymentView> = {
  name: "payments",
  key: ({ createdAt }) => createdAt.toISOString(),
  id: ({ id: one }) => one,
  reverse: true,
};
const BY_POSITION: Order<PaymentMethodSnapshot> = {
  name: "payment methods",
  key: ({ position }) => position,
  id: ({ id: one }) => one,
  reverse: false,
};

export const inMemoryPaymentReads = (database: InMemoryDatabase): PaymentReads => {
  const matching = ({ states, gateways, orders, isFlagged }: PaymentFilter) =>
    paymentsOf(database)
      .filter(
        (one) =>
          (states?.includes(one.state) ?? true) &&
          (gateways?.includes(one.gateway ?? "") ?? true) &&
          (orders?.includes(one.orderId) ?? true) &&
          (isFlagged ?? one.flags.length > 0) === one.flags.length > 0,
      )
      .map(toView);
  return {
    ofOrders: async (ids) =>
      new Map(
        ids.map((orderId) => [
          orderId,
          paymentsOf(database)
            .filter((one) => one.orderId === orderId)
            .map(toView),
        ]),
      ),
    byId: async (ids) =>
      new Map(
        paymentsOf(database)
          .filter((one) => ids.includes(one.id))
          .map((one) => [one.id, toView(one)]),
      ),
    list: async (filter, page) => pageOf(matching(filter), LATEST_FIRST, page, (one) => one),
    count: async (filter) => matching(filter).length,
    ofRefunds: async (ids) =>
      new Map(
        paymentsOf(database).flatMap((one) =>
          one.refunds.flatMap((refund) =>
            ids.includes(refund.id) ? [[refund.id, toView(one)] as const] : [],
          ),
        ),
      ),
    transactionsOf: async (ids) =>
      new Map(
        ids.map((one) => [
          one,
          structuredClone(database.rows<PaymentTransaction[]>(TRANSACTION).get(one) ?? []),
        ]),
      ),
    forGateway: async (one) => paymentsOf(database).find((row) => row.id === one) ?? null,
    ofGateways: async (after, limit) =>
      paymentsOf(database)
        .filter((row) => row.gateway !== null && (after === null || row.id > after))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    named: async (gateway, names) => {
      const own = paymentsOf(database).filter((row) => row.gateway === gateway);
      return names.map(
        ({ reference, key }) =>
          (
            own.find((row) => row.reference === reference) ??
            own.find((row) => row.reference === null && row.key === key)
          )?.id ?? null,
      );
    },
    methods: async (page) => pageOf(methodsOf(database), BY_POSITION, page, (one) => one),
    countMethods: async () => methodsOf(database).length,
    methodsById: async (ids) =>
      new Map(
        methodsOf(database)
          .filter((one) => ids.includes(one.id))
          .map((one) => [one.id, one]),
      ),
    methodsByKey: async (keys) =>
      new Map(
        methodsOf(database)
          .filter((one) => keys.includes(one.key))
          .map((one) => [one.key, one]),
      ),
  };
};
