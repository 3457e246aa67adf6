import type { DeliveryZones } from "../../application/delivery/ports/delivery-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { DeliveryZone, type DeliveryZoneSnapshot } from "../../domain/delivery/delivery-zone.js";
import { DeliveryZoneKeyTaken, DeliveryZoneNotFound } from "../../domain/delivery/errors.js";
import type { DeliveryZoneId } from "../../domain/delivery/ids.js";
import { changeOf, removalOf } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { forUpdate, type SqlSession } from "../shared/database/sql-session.js";
import { removeRow, saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { DELIVERY_ZONE_TABLE } from "./delivery-zone-table.js";

const TABLE = "delivery_zone";

export class SqlDeliveryZones implements DeliveryZones {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly DeliveryZoneSnapshot[]> {
    return (
      await this.session.query(
        `SELECT ${DELIVERY_ZONE_TABLE.selection} FROM ${TABLE} ORDER BY zone_key`,
      )
    ).map(DELIVERY_ZONE_TABLE.toRecord);
  }

  async get(id: DeliveryZoneId): Promise<DeliveryZone> {
    const [row] = await this.session.query(
      `SELECT ${DELIVERY_ZONE_TABLE.selection} FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new DeliveryZoneNotFound(id);
    return DeliveryZone.restore(DELIVERY_ZONE_TABLE.toRecord(row));
  }

  async save(zone: DeliveryZone): Promise<void> {
    const change = changeOf(zone);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      const row = versioned(snapshot, DELIVERY_ZONE_TABLE.toRow(snapshot));
      await saveRow(this.session, TABLE, row, replaces);
    } catch (error) {
      if (isDuplicate(error, TABLE, "zone_key")) throw new DeliveryZoneKeyTaken(snapshot.key);
      throw error;
    }
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: zone.id, events }]);
  }

  async remove(zone: DeliveryZone): Promise<void> {
    const { events, replaces } = removalOf(zone);
    await removeRow(this.session, TABLE, zone.id, replaces);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: zone.id, events }]);
  }
}
