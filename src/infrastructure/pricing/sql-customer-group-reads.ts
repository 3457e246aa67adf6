import type { CustomerGroupReads } from "../../application/pricing/ports/customer-group-reads.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { CUSTOMER_GROUP_TABLE } from "./customer-group-table.js";

export const sqlCustomerGroupReads = (source: ReadSource): CustomerGroupReads => ({
  all: async () =>
    (
      await source.query(
        `SELECT ${CUSTOMER_GROUP_TABLE.selection} FROM pricing_customer_group ORDER BY group_key`,
      )
    ).map(CUSTOMER_GROUP_TABLE.toRecord),
});
