import type { OrderView } from "../../application/orders/ports/order-reads.js";
import { stateAt } from "../../domain/orders/order-states.js";
import { Money } from "../../domain/shared/money.js";
import {
  flag,
  number,
  optionalText,
  optionalTime,
  optionalWord,
  text,
  time,
  word,
  type Column,
  type Columns,
} from "../shared/database/columns.js";
import type { Row } from "../shared/database/sql-session.js";
import { tableOf } from "../shared/database/table-of.js";

const total: Column<Money> = {
  cells: { total: ({ minorUnits }) => minorUnits, currency: ({ currency }) => currency },
  read: (row) => Money.of(Number(row["total"]), String(row["currency"])),
};

/** What lists read of an order: not its content, which is long. */
const ORDER_VIEW_COLUMNS: Columns<OrderView> = {
  id: word("id"),
  number: text("number"),
  state: word("state"),
  paymentStatus: word("payment_status"),
  fulfilmentStatus: word("fulfilment_status"),
  salesChannel: word("sales_channel"),
  total,
  units: number("units"),
  email: text("email"),
  buyerName: text("buyer_name"),
  paymentMethod: optionalText("payment_method"),
  reservationEndsAt: optionalTime("reservation_ends_at"),
  cancelReason: optionalWord("cancel_reason"),
  isPaymentOpen: flag("is_payment_open"),
  version: number("version"),
  placedAt: time("placed_at"),
  updatedAt: time("updated_at"),
};

export const ORDER_VIEW_TABLE = tableOf(ORDER_VIEW_COLUMNS);

/** An order with the state that it has at a moment. */
export const orderViewAt =
  (now: Date) =>
  (row: Row): OrderView => {
    const view = ORDER_VIEW_TABLE.toRecord(row);
    return { ...view, state: stateAt(view, now) };
  };
