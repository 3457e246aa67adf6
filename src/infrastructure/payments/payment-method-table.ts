import type { PaymentMethodSnapshot } from "../../domain/payments/payment-method.js";
import {
  flag,
  json,
  number,
  optionalText,
  text,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** How a payment method is stored in `payments_method`. */
const METHOD_COLUMNS: Columns<PaymentMethodSnapshot> = {
  id: word("id"),
  key: text("method_key"),
  name: text("name"),
  instructions: text("instructions"),
  translations: json("translations"),
  gateway: optionalText("gateway"),
  capture: word("capture"),
  markets: json("markets"),
  currencies: json("currencies"),
  totals: json("totals"),
  payWithinMinutes: number("pay_within_minutes"),
  position: number("position"),
  isEnabled: flag("is_enabled"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const PAYMENT_METHOD_TABLE = {
  name: "payments_method",
  keyColumn: "method_key",
  ...tableOf(METHOD_COLUMNS),
} as const;
