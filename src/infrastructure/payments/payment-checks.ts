import { paymentOfOrder } from "../../application/payments/settle/settle-order.js";
import type { BrokenRow, RowKey } from "../../application/shared/row-checks.js";
import { paymentsOfOrder } from "../../domain/orders/orders.js";
import { isUnsettled } from "../../domain/payments/next-call.js";
import type { PaymentSnapshot } from "../../domain/payments/payment-snapshot.js";
import {
  summed,
  type PaymentSums,
  type TransactionKind,
} from "../../domain/payments/payment-transaction.js";
import type { Reader, RowCheck } from "../shared/checks/row-check.js";
import { withKeys } from "../shared/checks/sql-row-checks.js";
import { toFlag } from "../shared/database/cell.js";
import { groupRows } from "../shared/database/group-rows.js";
import { placeholders, type Row } from "../shared/database/sql-session.js";
import { PAYMENT_TABLE } from "./payment-table.js";
import { withRefunds } from "./with-refunds.js";

const { name: PAYMENTS, selection, toRecord } = PAYMENT_TABLE;

const idsOf = (keys: readonly RowKey[]): readonly string[] => keys.map(({ id }) => String(id));

/** Rows by the id of their payment or order. */
const rowsOf = async (reader: Reader, sql: string, ids: readonly string[], column: string) =>
  groupRows(await reader.query(sql.replace("(?)", `(${placeholders(ids)})`), [...ids]), column);

const SUMS: RowCheck = {
  name: "payment-sums",
  rule: "What is held, taken and given back of a payment are the sums of its transactions and refunds.",
  table: PAYMENTS,
  key: ["id"],
  pageSize: 200,
  broken: async (reader, keys) => {
    const ids = idsOf(keys);
    const { sql, values } = withKeys(keys);
    const rows = await reader.query(
      `SELECT ${selection} FROM ${PAYMENTS} WHERE ${sql} ORDER BY id`,
      values,
    );
    const transactions = await rowsOf(
      reader,
      "SELECT payment_id, kind, SUM(amount) AS amount FROM payments_transaction WHERE payment_id IN (?) GROUP BY payment_id, kind",
      ids,
      "payment_id",
    );
    const refunds = await rowsOf(
      reader,
      "SELECT payment_id, SUM(amount) AS amount FROM payments_refund WHERE state = 'SUCCEEDED' AND payment_id IN (?) GROUP BY payment_id",
      ids,
      "payment_id",
    );
    return rows.map(toRecord).flatMap((payment): readonly BrokenRow[] => {
      const sums = sumsOf(transactions.get(payment.id) ?? []);
      const returned = Number(refunds.get(payment.id)?.[0]?.["amount"] ?? 0);
      const isRight = textOf(payment) === textOf(sums) && returned === sums.refunded;
      if (isRight) return [];
      const expected = `${textOf(sums)}, by refunds ${returned}`;
      return [{ key: { id: payment.id }, expected, found: textOf(payment) }];
    });
  },
};

const sumsOf = (rows: readonly Row[]): PaymentSums =>
  rows.reduce<PaymentSums>(
    (sums, row) =>
      summed(sums, { kind: row["kind"] as TransactionKind, amount: Number(row["amount"]) }),
    { authorised: 0, captured: 0, refunded: 0 },
  );

const textOf = ({ authorised, captured, refunded }: PaymentSums): string =>
  `authorised ${authorised}, captured ${captured}, refunded ${refunded}`;

const LIMITS: RowCheck = {
  name: "payment-limits",
  rule: "A payment belongs to an order; refunded ≤ captured ≤ authorised ≤ its amount.",
  table: PAYMENTS,
  key: ["id"],
  broken: async (reader, keys) => {
    const { sql, values } = withKeys(keys, "p");
    const rows = await reader.query(
      `SELECT p.id, p.amount, p.authorised, p.captured, p.refunded, p.currency, o.currency AS order_currency FROM ${PAYMENTS} p LEFT JOIN orders_order o ON o.id = p.order_id WHERE ${sql} AND (o.id IS NULL OR o.currency <> p.currency OR p.refunded < 0 OR p.refunded > p.captured OR p.captured > p.authorised OR p.authorised > p.amount) ORDER BY p.id`,
      values,
    );
    return rows.map((row) => {
      const [currency, own] = [row["currency"], row["order_currency"]];
      const [amount, authorised, captured, refunded] = [
        "amount",
        "authorised",
        "captured",
        "refunded",
      ].map((column) => Number(row[column]));
      const key = { id: String(row["id"]) };
      if (own == null) return { key, expected: "an order", found: "no order" };
      if (own !== currency) return { key, expected: String(own), found: String(currency) };
      return {
        key,
        expected: "refunded ≤ captured ≤ authorised ≤ amount",
        found: `${refunded}, ${captured}, ${authorised}, ${amount}`,
      };
    });
  },
};

const ORDERS: RowCheck = {
  name: "order-payments",
  rule: "The payment status of an order follows from its payments, and nothing is kept that it does not cost.",
  table: "orders_order",
  key: ["id"],
  pageSize: 200,
  broken: async (reader, keys, now) => {
    const ids = idsOf(keys);
    const { sql, values } = withKeys(keys);
    const orders = await reader.query(
      `SELECT id, total, state, payment_status, is_payment_open FROM orders_order WHERE ${sql} ORDER BY id`,
      values,
    );
    const rows = await reader.query(
      `SELECT ${selection} FROM ${PAYMENTS} WHERE order_id IN (${placeholders(ids)}) ORDER BY attempt`,
      [...ids],
    );
    const payments = await withRefunds(reader, rows.map(toRecord));
    return orders.flatMap((order) => {
      const id = String(order["id"]);
      const own = payments.filter(({ orderId }) => orderId === id);
      return [...statusProblem(order, own), ...excessProblem(order, own, now)].map((problem) => ({
        key: { id },
        ...problem,
      }));
    });
  },
};

type Problem = Pick<BrokenRow, "expected" | "found">;

const statusProblem = (order: Row, payments: readonly PaymentSnapshot[]): readonly Problem[] => {
  const { status, isOpen } = paymentsOfOrder(Number(order["total"]), payments.map(paymentOfOrder));
  const say = (word: unknown, open: boolean) => `${String(word)}${open ? ", one under way" : ""}`;
  const [expected, found] = [
    say(status, isOpen),
    say(order["payment_status"], toFlag(order["is_payment_open"])),
  ];
  return expected === found ? [] : [{ expected, found }];
};

/** Once nothing is under way, and except for what staff were told to give back by hand. */
const excessProblem = (
  order: Row,
  payments: readonly PaymentSnapshot[],
  now: Date,
): readonly Problem[] => {
  const isSettled = !payments.some((one) => isUnsettled(one, now));
  const isLeftToStaff = payments.some(({ flags }) =>
    flags.some(({ kind }) => kind === "RETURN_BY_HAND"),
  );
  const hasEnded = ["CANCELLED", "EXPIRED"].includes(String(order["state"]));
  const owed = hasEnded ? 0 : Number(order["total"]);
  const kept = payments.reduce((sum, one) => sum + one.captured - one.refunded, 0);
  return isSettled && !isLeftToStaff && kept > owed
    ? [{ expected: `at most ${owed} kept`, found: `${kept} kept` }]
    : [];
};

export const PAYMENT_CHECKS: readonly RowCheck[] = [SUMS, LIMITS, ORDERS];
