import type { PaymentSnapshot, WaitingCall } from "../../domain/payments/payment-snapshot.js";
import type { PaymentTransaction } from "../../domain/payments/payment-transaction.js";
import type { Refund } from "../../domain/payments/refund.js";
import {
  json,
  number,
  optionalJson,
  optionalText,
  optionalTime,
  optionalWord,
  text,
  time,
  word,
  type Column,
  type Columns,
} from "../shared/database/columns.js";
import { fromSqlJson, toSqlJson } from "../shared/database/sql-value.js";
import { tableOf } from "../shared/database/table-of.js";

const amount: Column<PaymentSnapshot["amount"]> = {
  cells: { amount: ({ minorUnits }) => minorUnits, currency: ({ currency }) => currency },
  read: (row) => ({ minorUnits: Number(row["amount"]), currency: String(row["currency"]) }),
};

type Stored<Value> = Omit<Value, "at" | "requestedAt"> & {
  readonly at: string;
  readonly requestedAt: string;
};

/** In JSON a time is a text. */
const flags: Column<PaymentSnapshot["flags"]> = {
  cells: { flags: toSqlJson, is_flagged: (all) => all.length > 0 },
  read: (row) =>
    fromSqlJson<readonly Stored<PaymentSnapshot["flags"][number]>[]>(row["flags"]).map((one) => ({
      kind: one.kind,
      found: one.found,
      at: new Date(one.at),
    })),
};

const waitingCall: Column<WaitingCall | null> = {
  cells: { waiting_call: (call) => call && toSqlJson(call) },
  read: (row) => {
    if (row["waiting_call"] == null) return null;
    const call = fromSqlJson<WaitingCall>(row["waiting_call"]);
    return { ...call, requestedAt: new Date(call.requestedAt) };
  },
};

/** How a payment is stored in `payments_payment`, without its refunds and transactions. */
const PAYMENT_COLUMNS: Columns<Omit<PaymentSnapshot, "refunds">> = {
  id: word("id"),
  orderId: word("order_id"),
  attempt: number("attempt"),
  method: text("method"),
  gateway: optionalText("gateway"),
  capture: word("capture"),
  amount,
  key: text("payment_key"),
  state: word("state"),
  authorised: number("authorised"),
  captured: number("captured"),
  refunded: number("refunded"),
  reference: optionalText("reference"),
  nextAction: optionalJson("next_action"),
  declineCode: optionalText("decline_code"),
  authorisedUntil: optionalTime("authorised_until"),
  token: optionalText("token"),
  returnUrl: optionalText("return_url"),
  call: waitingCall,
  disputes: json("disputes"),
  flags,
  dueAt: optionalTime("due_at"),
  checks: number("checks"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const PAYMENT_TABLE = { name: "payments_payment", ...tableOf(PAYMENT_COLUMNS) } as const;

const REFUND_COLUMNS: Columns<Refund> = {
  id: word("id"),
  amount: number("amount"),
  state: word("state"),
  reason: word("reason"),
  note: optionalText("note"),
  reference: optionalText("reference"),
  failure: optionalText("failure"),
  requestedAt: time("requested_at"),
  updatedAt: time("updated_at"),
};

export const REFUND_TABLE = { name: "payments_refund", ...tableOf(REFUND_COLUMNS) } as const;

const TRANSACTION_COLUMNS: Columns<PaymentTransaction> = {
  kind: word("kind"),
  amount: number("amount"),
  at: time("at"),
  refundId: optionalWord("refund_id"),
};

export const TRANSACTION_TABLE = {
  name: "payments_transaction",
  ...tableOf(TRANSACTION_COLUMNS),
} as const;
