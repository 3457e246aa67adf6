import type { CustomerGroups } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { CustomerGroup } from "../../domain/pricing/customer-group.js";
import { CustomerGroupKeyTaken, CustomerGroupNotFound } from "../../domain/pricing/errors.js";
import type { CustomerGroupId } from "../../domain/pricing/ids.js";
import { changeOf, removalOf } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { forUpdate, type SqlSession } from "../shared/database/sql-session.js";
import { removeRow, saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { CUSTOMER_GROUP_TABLE } from "./customer-group-table.js";

const TABLE = "pricing_customer_group";

export class SqlCustomerGroups implements CustomerGroups {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(id: CustomerGroupId): Promise<CustomerGroup> {
    const [row] = await this.session.query(
      `SELECT ${CUSTOMER_GROUP_TABLE.selection} FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new CustomerGroupNotFound(id);
    return CustomerGroup.restore(CUSTOMER_GROUP_TABLE.toRecord(row));
  }

  async count(): Promise<number> {
    const [row] = await this.session.query(`SELECT COUNT(*) AS total FROM ${TABLE}`);
    return Number(row?.["total"]);
  }

  async save(group: CustomerGroup): Promise<void> {
    const change = changeOf(group);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      const row = versioned(snapshot, CUSTOMER_GROUP_TABLE.toRow(snapshot));
      await saveRow(this.session, TABLE, row, replaces);
    } catch (error) {
      if (isDuplicate(error, TABLE, "group_key")) throw new CustomerGroupKeyTaken(snapshot.key);
      throw error;
    }
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: group.id, events }]);
  }

  async remove(group: CustomerGroup): Promise<void> {
    const { events, replaces } = removalOf(group);
    await removeRow(this.session, TABLE, group.id, replaces);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: group.id, events }]);
  }
}
