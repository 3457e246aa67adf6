import type { PaymentReads, PaymentView } from "../../application/payments/ports/payment-reads.js";
import type { OrderId } from "../../domain/orders/ids.js";
import type { PaymentId } from "../../domain/payments/ids.js";
import type { PaymentSnapshot } from "../../domain/payments/payment-snapshot.js";
import { isKey } from "../../domain/pricing/pricing.js";
import { mapPage } from "../../application/shared/page.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders } from "../shared/database/sql-session.js";
import { PAYMENT_METHOD_TABLE } from "./payment-method-table.js";
import { PAYMENT_TABLE, TRANSACTION_TABLE } from "./payment-table.js";
import { withRefunds } from "./with-refunds.js";

const ALL = {
  columns: [PAYMENT_TABLE.selection],
  from: PAYMENT_TABLE.name,
  where: [],
  read: PAYMENT_TABLE.toRecord,
};
const FLAGGED = { ...ALL, where: [{ sql: "is_flagged = ?", values: [true] }] };
const LATEST_FIRST: KeysetOrder = {
  name: "flagged payments",
  column: "created_at",
  kind: "time",
  idColumn: "id",
  reverse: true,
};
const METHODS = {
  columns: [PAYMENT_METHOD_TABLE.selection],
  from: PAYMENT_METHOD_TABLE.name,
  where: [],
  read: PAYMENT_METHOD_TABLE.toRecord,
};
const BY_POSITION: KeysetOrder = {
  name: "payment methods",
  column: "position",
  kind: "number",
  idColumn: "id",
  reverse: false,
};

/** Nothing that only the gateway is told leaves. */
const toView = ({
  key: _key,
  token: _token,
  returnUrl: _returnUrl,
  dueAt: _dueAt,
  checks: _checks,
  ...view
}: PaymentSnapshot): PaymentView => view;

export const sqlPaymentReads = (source: ReadSource): PaymentReads => {
  const byId = async (ids: readonly PaymentId[]): Promise<Map<PaymentId, PaymentSnapshot>> => {
    const found = await withRefunds(source, await readByKey(source, "id", ids, ALL));
    return new Map(found.map((one) => [one.id, one]));
  };
  return {
    ofOrders: async (ids) => {
      const rows = await readByKey(source, "order_id", ids, ALL);
      const found = await withRefunds(source, rows);
      const views = found.toSorted((a, b) => a.attempt - b.attempt).map(toView);
      return new Map(
        ids.map((orderId: OrderId) => [orderId, views.filter((one) => one.orderId === orderId)]),
      );
    },
    byId: async (ids) =>
      new Map([...(await byId(ids))].map(([paymentId, one]) => [paymentId, toView(one)])),
    flagged: async (page) => {
      const found = await readPage(source, { ...FLAGGED, order: LATEST_FIRST }, page);
      const all = await byId(found.items.map(({ item }) => item.id));
      return mapPage(found, ({ id }) => {
        const one = all.get(id);
        return one && toView(one);
      });
    },
    countFlagged: () => countRows(source, FLAGGED),
    transactionsOf: async (ids) => {
      if (ids.length === 0) return new Map();
      const { name, selection, toRecord } = TRANSACTION_TABLE;
      const rows = await source.query(
        `SELECT payment_id, ${selection} FROM ${name} WHERE payment_id IN (${placeholders(ids)}) ORDER BY payment_id, transaction_id`,
        ids,
      );
      const groups = groupRows(rows, "payment_id");
      return new Map(ids.map((one) => [one, (groups.get(one) ?? []).map(toRecord)]));
    },
    forGateway: async (paymentId) => (await byId([paymentId])).get(paymentId) ?? null,
    methods: (page) => readPage(source, { ...METHODS, order: BY_POSITION }, page),
    countMethods: () => countRows(source, METHODS),
    methodsById: async (ids) => {
      const found = await readByKey(source, "id", ids, METHODS);
      return new Map(found.map((one) => [one.id, one]));
    },
    methodsByKey: async (keys) => {
      // A column of ASCII is not compared with anything else.
      const found = await readByKey(source, "method_key", keys.filter(isKey), METHODS);
      return new Map(found.map((one) => [one.key, one]));
    },
  };
};
