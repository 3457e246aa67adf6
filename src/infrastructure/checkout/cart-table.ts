import type { CartSnapshot } from "../../domain/checkout/cart.js";
import {
  json,
  number,
  optionalWord,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

const CART_COLUMNS: Columns<CartSnapshot> = {
  id: word("id"),
  state: word("state"),
  content: json("content"),
  orderId: optionalWord("order_id"),
  mergedInto: optionalWord("merged_into"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

/** How a cart is stored in `checkout_cart`: one row with its lines. */
export const CART_TABLE = tableOf(CART_COLUMNS);
