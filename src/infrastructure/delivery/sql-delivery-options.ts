import type { DeliveryOptions } from "../../application/delivery/ports/delivery-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import {
  DeliveryOption,
  type DeliveryOptionSnapshot,
} from "../../domain/delivery/delivery-option.js";
import { DeliveryOptionKeyTaken, DeliveryOptionNotFound } from "../../domain/delivery/errors.js";
import type { DeliveryOptionId } from "../../domain/delivery/ids.js";
import { changeOf, removalOf } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { forUpdate, type SqlSession } from "../shared/database/sql-session.js";
import { removeRow, saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { DELIVERY_OPTION_TABLE } from "./delivery-option-table.js";

const TABLE = "delivery_option";

export class SqlDeliveryOptions implements DeliveryOptions {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly DeliveryOptionSnapshot[]> {
    return (
      await this.session.query(
        `SELECT ${DELIVERY_OPTION_TABLE.selection} FROM ${TABLE} ORDER BY position, id`,
      )
    ).map(DELIVERY_OPTION_TABLE.toRecord);
  }

  async get(id: DeliveryOptionId): Promise<DeliveryOption> {
    const [row] = await this.session.query(
      `SELECT ${DELIVERY_OPTION_TABLE.selection} FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new DeliveryOptionNotFound(id);
    return DeliveryOption.restore(DELIVERY_OPTION_TABLE.toRecord(row));
  }

  async save(option: DeliveryOption): Promise<void> {
    const change = changeOf(option);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      const row = versioned(snapshot, DELIVERY_OPTION_TABLE.toRow(snapshot));
      await saveRow(this.session, TABLE, row, replaces);
    } catch (error) {
      if (isDuplicate(error, TABLE, "option_key")) throw new DeliveryOptionKeyTaken(snapshot.key);
      throw error;
    }
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: option.id, events }]);
  }

  async remove(option: DeliveryOption): Promise<void> {
    const { events, replaces } = removalOf(option);
    await removeRow(this.session, TABLE, option.id, replaces);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: option.id, events }]);
  }
}
