import type { CustomerGroups } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { CustomerGroup } from "../../domain/pricing/customer-group.js";
import { CustomerGroupKeyTaken, CustomerGroupNotFound } from "../../domain/pricing/errors.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { CUSTOMER_GROUP_TABLE } from "./customer-group-table.js";

export const sqlCustomerGroups = (session: SqlSession, clock: Clock): CustomerGroups => ({
  ...versionedStore(session, clock, {
    table: CUSTOMER_GROUP_TABLE,
    restore: (snapshot) => CustomerGroup.restore(snapshot),
    notFound: (id) => new CustomerGroupNotFound(id),
    keyTaken: ({ key }) => new CustomerGroupKeyTaken(key),
  }),
  count: async () => {
    const [row] = await session.query(`SELECT COUNT(*) AS total FROM ${CUSTOMER_GROUP_TABLE.name}`);
    return Number(row?.["total"]);
  },
});
