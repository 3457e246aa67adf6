import type { CustomerGroupSnapshot } from "../../domain/pricing/customer-group.js";
import { number, text, time, word, type Columns } from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** How a customer group is stored in `pricing_customer_group`. */
const CUSTOMER_GROUP_COLUMNS: Columns<CustomerGroupSnapshot> = {
  id: word("id"),
  key: text("group_key"),
  name: text("name"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const CUSTOMER_GROUP_TABLE = {
  name: "pricing_customer_group",
  keyColumn: "group_key",
  ...tableOf(CUSTOMER_GROUP_COLUMNS),
} as const;
