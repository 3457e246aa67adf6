import type { OrderContent } from "../../domain/orders/order-content.js";
import { buyerNameOf } from "../../domain/orders/buyer-name-of.js";
import type { OrderSnapshot } from "../../domain/orders/order.js";
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
import { tableOf } from "../shared/database/table-of.js";
import { contentOfText, contentToText } from "./content-to-text.js";

/** The content is one text, and each fact that lists show, filter or sort by has a column too. */
const content: Column<OrderContent> = {
  cells: {
    market_id: ({ market }) => market.id,
    sales_channel: ({ salesChannel }) => salesChannel,
    currency: ({ quote }) => quote.currency,
    total: ({ quote }) => quote.totals.total.minorUnits,
    units: ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0),
    email: ({ buyer }) => buyer.email,
    buyer_name: buyerNameOf,
    content: contentToText,
  },
  read: (row) => contentOfText(String(row["content"])),
};

/** What is written once, except for the content of an order that is revised before it is paid. */
type Fixed = "id" | "number" | "cartId" | "linkHash" | "content" | "placedAt";

const FIXED_COLUMNS: Columns<Pick<OrderSnapshot, Fixed>> = {
  id: word("id"),
  number: text("number"),
  cartId: text("cart_id"),
  linkHash: text("link_hash"),
  placedAt: time("placed_at"),
  content,
};

const CHANGING_COLUMNS: Columns<Omit<OrderSnapshot, Fixed>> = {
  state: word("state"),
  paymentStatus: word("payment_status"),
  fulfilmentStatus: word("fulfilment_status"),
  reservationEndsAt: optionalTime("reservation_ends_at"),
  cancelReason: optionalWord("cancel_reason"),
  paymentMethod: optionalText("payment_method"),
  isPaymentOpen: flag("is_payment_open"),
  version: number("version"),
  updatedAt: time("updated_at"),
};

/** How an order is stored in `orders_order`. */
export const ORDER_TABLE = tableOf<OrderSnapshot>({ ...CHANGING_COLUMNS, ...FIXED_COLUMNS });

/** The columns that change after the order was placed. */
export const CHANGING_TABLE = tableOf(CHANGING_COLUMNS);
