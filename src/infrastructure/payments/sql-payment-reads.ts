import type {
  PaymentFilter,
  PaymentReads,
  PaymentView,
} from "../../application/payments/ports/payment-reads.js";
import type { OrderId } from "../../domain/orders/ids.js";
import type { PaymentId, RefundId } from "../../domain/payments/ids.js";
import type { PaymentSnapshot } from "../../domain/payments/payment-snapshot.js";
import { isKey } from "../../domain/pricing/pricing.js";
import { id } from "../../domain/shared/id.js";
import { mapPage } from "../../application/shared/page.js";
import { isOneOf } from "../shared/database/condition.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders, type Row } from "../shared/database/sql-session.js";
import { PAYMENT_METHOD_TABLE } from "./payment-method-table.js";
import { PAYMENT_TABLE, REFUND_TABLE, TRANSACTION_TABLE } from "./payment-table.js";
import { withRefunds } from "./with-refunds.js";

const ALL = {
  columns: [PAYMENT_TABLE.selection],
  from: PAYMENT_TABLE.name,
  where: [],
  read: PAYMENT_TABLE.toRecord,
};
const REFUNDS = {
  columns: ["id", "payment_id"],
  from: REFUND_TABLE.name,
  where: [],
  read: (row: Row) => ({
    refundId: id<RefundId>(String(row["id"])),
    paymentId: id<PaymentId>(String(row["payment_id"])),
  }),
};
const LATEST_FIRST: KeysetOrder = {
  name: "payments",
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

const conditionsOf = ({ states, gateways, orders, isFlagged }: PaymentFilter) => [
  ...(states ? [isOneOf("state", states)] : []),
  // A column of ASCII is not compared with anything else.
  ...(gateways ? [isOneOf("gateway", gateways.filter(isKey))] : []),
  ...(orders ? [isOneOf("order_id", orders)] : []),
  ...(isFlagged === undefined ? [] : [{ sql: "is_flagged = ?", values: [isFlagged] }]),
];

/** Nothing that only the gateway is told leaves. */
const toView = ({
  key: _key,
  token: _token,
  returnUrl: _returnUrl,
  dueAt: _dueAt,
  checks: _checks,
  ...view
}: PaymentSnapshot): PaymentView => view;

/** A column of ASCII is not compared with anything else. */
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

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
    list: async (filter, page) => {
      const where = conditionsOf(filter);
      const found = await readPage(source, { ...ALL, where, order: LATEST_FIRST }, page);
      const all = await byId(found.items.map(({ item }) => item.id));
      return mapPage(found, ({ id }) => {
        const one = all.get(id);
        return one && toView(one);
      });
    },
    count: (filter) => countRows(source, { ...ALL, where: conditionsOf(filter) }),
    ofRefunds: async (ids) => {
      const pairs = await readByKey(source, "id", ids, REFUNDS);
      const all = await byId([...new Set(pairs.map(({ paymentId }) => paymentId))]);
      return new Map(
        pairs.flatMap(({ refundId, paymentId }) => {
          const one = all.get(paymentId);
          return one ? [[refundId, toView(one)] as const] : [];
        }),
      );
    },
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
    ofGateways: async (after, limit) => {
      const rows = await source.query(
        `SELECT ${PAYMENT_TABLE.selection} FROM ${PAYMENT_TABLE.name} WHERE id > ? AND gateway IS NOT NULL ORDER BY id LIMIT ?`,
        [after ?? "", limit],
      );
      return withRefunds(source, rows.map(PAYMENT_TABLE.toRecord));
    },
    named: async (gateway, names) => {
      const own = { ...ALL, where: [{ sql: "gateway = ?", values: [gateway] }] };
      const references = names.map(({ reference }) => reference).filter(isAscii);
      const found = await readByKey(source, "reference", references, own);
      const keys = names.flatMap(({ key }) => (key !== null && isAscii(key) ? key : []));
      const keyed = (await readByKey(source, "payment_key", keys, own)).filter(
        (one) => one.reference === null,
      );
      const byReference = new Map(found.map((one) => [one.reference, one.id]));
      const byKey = new Map<string | null, PaymentId>(keyed.map((one) => [one.key, one.id]));
      return names.map(
        ({ reference, key }) => byReference.get(reference) ?? byKey.get(key) ?? null,
      );
    },
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
