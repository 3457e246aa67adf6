import type { CustomerGroupReads } from "../../../src/application/pricing/ports/customer-group-reads.js";
import type { CustomerGroups } from "../../../src/application/pricing/ports/pricing-stores.js";
import {
  CustomerGroup,
  type CustomerGroupSnapshot,
} from "../../../src/domain/pricing/customer-group.js";
import {
  CustomerGroupKeyTaken,
  CustomerGroupNotFound,
} from "../../../src/domain/pricing/errors.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { byKey } from "./in-memory-price-lists.js";

const groupsOf = (database: InMemoryDatabase) =>
  database.rows<CustomerGroupSnapshot>("customer_group");

export const inMemoryCustomerGroups = (database: InMemoryDatabase): CustomerGroups => ({
  get: async (id) => {
    const row = groupsOf(database).get(id);
    if (!row) throw new CustomerGroupNotFound(id);
    return CustomerGroup.restore(structuredClone(row));
  },
  count: async () => groupsOf(database).size,
  save: async (group) => {
    const [events, snapshot] = [group.pullEvents(), group.snapshot()];
    if (!events[0]) return;
    database.checkVersion("customer_group", snapshot.id, events[0].version - 1);
    const others = [...groupsOf(database).values()].filter(({ id }) => id !== snapshot.id);
    if (others.some(({ key }) => key === snapshot.key))
      throw new CustomerGroupKeyTaken(snapshot.key);
    groupsOf(database).set(snapshot.id, structuredClone(snapshot));
    database.append(events, snapshot.id);
  },
  remove: async (group) => {
    database.removeAggregate("customer_group", group.id, group);
  },
});

export const inMemoryCustomerGroupReads = (database: InMemoryDatabase): CustomerGroupReads => ({
  all: async () => structuredClone([...groupsOf(database).values()].toSorted(byKey)),
});
