import type { Fees } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { FeeKeyTaken, FeeNotFound } from "../../domain/pricing/fees/errors.js";
import { Fee, type FeeSnapshot } from "../../domain/pricing/fees/fee.js";
import type { FeeId } from "../../domain/pricing/ids.js";
import { changeOf, removalOf } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { forUpdate, type SqlSession } from "../shared/database/sql-session.js";
import { removeRow, saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { ALL_FEES, FEE_TABLE } from "./fee-table.js";

const TABLE = "pricing_fee";

export class SqlFees implements Fees {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(id: FeeId): Promise<Fee> {
    const [row] = await this.session.query(
      `SELECT ${FEE_TABLE.selection} FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new FeeNotFound(id);
    return Fee.restore(FEE_TABLE.toRecord(row));
  }

  async all(): Promise<readonly FeeSnapshot[]> {
    return (await this.session.query(ALL_FEES)).map(FEE_TABLE.toRecord);
  }

  async save(fee: Fee): Promise<void> {
    const change = changeOf(fee);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      await saveRow(this.session, TABLE, versioned(snapshot, FEE_TABLE.toRow(snapshot)), replaces);
    } catch (error) {
      if (isDuplicate(error, TABLE, "fee_key")) throw new FeeKeyTaken(snapshot.key);
      throw error;
    }
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: fee.id, events }]);
  }

  async remove(fee: Fee): Promise<void> {
    const { events, replaces } = removalOf(fee);
    await removeRow(this.session, TABLE, fee.id, replaces);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: fee.id, events }]);
  }
}
