import type { PriceLists } from "../../application/pricing/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import { PriceListKeyTaken, PriceListNotFound } from "../../domain/pricing/errors.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { PriceList, type PriceListSnapshot } from "../../domain/pricing/price-list.js";
import { appendToOutbox, storedVersion } from "../shared/outbox.js";
import { forUpdate, insertRows, isDuplicate, sharedLock, type SqlSession } from "../shared/sql.js";
import { overwriteRow, removeRow } from "../shared/versioned-rows.js";
import { DEFAULT_MARK, toPriceList, toPriceListRow } from "./market-rows.js";

const TABLE = "pricing_price_list";

export class TypeormPriceLists implements PriceLists {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(id: PriceListId): Promise<PriceList> {
    const [row] = await this.session.query(
      `SELECT * FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new PriceListNotFound(id);
    return PriceList.restore(toPriceList(row));
  }

  async relyOnAll(): Promise<readonly PriceListSnapshot[]> {
    // Where there is no list yet there is no row of one to lock: whoever makes one locks the default market first.
    const rows = await this.session.query(
      `SELECT l.* FROM pricing_market m LEFT JOIN ${TABLE} l ON 1 = 1 WHERE m.default_mark = ? ORDER BY l.list_key${sharedLock(this.session)}`,
      [DEFAULT_MARK],
    );
    return rows.filter((row) => row["id"] != null).map(toPriceList);
  }

  async save(list: PriceList): Promise<void> {
    const events = list.pullEvents();
    const replaces = storedVersion(events);
    if (replaces === null) return;
    const row = toPriceListRow(list.snapshot());
    try {
      await (replaces === 0
        ? insertRows(this.session, TABLE, [row])
        : overwriteRow(this.session, TABLE, row, replaces));
    } catch (error) {
      if (isDuplicate(error, TABLE, "list_key")) throw new PriceListKeyTaken(list.snapshot().key);
      throw error;
    }
    await appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: list.id, event })),
    );
  }

  async remove(list: PriceList): Promise<void> {
    const events = list.pullEvents();
    await removeRow(this.session, TABLE, list.id, storedVersion(events) ?? list.snapshot().version);
    await appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: list.id, event })),
    );
  }
}
