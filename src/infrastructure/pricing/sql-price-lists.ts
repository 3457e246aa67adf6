import type { PriceLists } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { PriceListKeyTaken, PriceListNotFound } from "../../domain/pricing/errors.js";
import type { CustomerGroupId, MarketId, PriceListId } from "../../domain/pricing/ids.js";
import { PriceList, type PriceListSnapshot } from "../../domain/pricing/price-list.js";
import { changeOf, removalOf } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { forUpdate, sharedLock, type SqlSession } from "../shared/database/sql-session.js";
import { removeRow, saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { noteChangedMarkets } from "./changed-markets.js";
import { DEFAULT_MARK } from "./market-table.js";
import { writePriceListHistory } from "./price-list-history-table.js";
import { PRICE_LIST_TABLE } from "./price-list-table.js";

const TABLE = "pricing_price_list";
const LIST_COLUMNS = PRICE_LIST_TABLE.selection
  .split(", ")
  .map((column) => `l.${column}`)
  .join(", ");

export class SqlPriceLists implements PriceLists {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(id: PriceListId): Promise<PriceList> {
    const [row] = await this.session.query(
      `SELECT ${PRICE_LIST_TABLE.selection} FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new PriceListNotFound(id);
    return PriceList.restore(PRICE_LIST_TABLE.toRecord(row));
  }

  async lockAll(): Promise<readonly PriceListSnapshot[]> {
    // Without a list there is no row to lock, so creating a list locks the default market first.
    const rows = await this.session.query(
      `SELECT ${LIST_COLUMNS} FROM pricing_market m LEFT JOIN ${TABLE} l ON 1 = 1 WHERE m.default_mark = ? ORDER BY l.list_key${sharedLock(this.session)}`,
      [DEFAULT_MARK],
    );
    return rows.filter((row) => row["id"] != null).map(PRICE_LIST_TABLE.toRecord);
  }

  async madeFor(
    audience: { readonly market: MarketId } | { readonly customerGroup: CustomerGroupId },
  ): Promise<readonly PriceListSnapshot[]> {
    const [column, value] =
      "market" in audience
        ? ["market_id", audience.market]
        : ["customer_group_id", audience.customerGroup];
    const rows = await this.session.query(
      `SELECT ${PRICE_LIST_TABLE.selection} FROM ${TABLE} WHERE ${column} = ? ORDER BY list_key`,
      [value],
    );
    return rows.map(PRICE_LIST_TABLE.toRecord);
  }

  async save(list: PriceList): Promise<void> {
    const change = changeOf(list);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      const row = versioned(snapshot, PRICE_LIST_TABLE.toRow(snapshot));
      await saveRow(this.session, TABLE, row, replaces);
    } catch (error) {
      if (isDuplicate(error, TABLE, "list_key")) throw new PriceListKeyTaken(snapshot.key);
      throw error;
    }
    if (changesMarkets(snapshot, events)) noteChangedMarkets(this.session);
    const now = this.clock.now();
    await writePriceListHistory(this.session, now, snapshot, false);
    await appendToOutbox(this.session, now, [{ aggregateId: list.id, events }]);
  }

  async remove(list: PriceList): Promise<void> {
    const { events, replaces } = removalOf(list);
    await removeRow(this.session, TABLE, list.id, replaces);
    if (list.snapshot().market !== null) noteChangedMarkets(this.session);
    const now = this.clock.now();
    await writePriceListHistory(this.session, now, list.snapshot(), true);
    await appendToOutbox(this.session, now, [{ aggregateId: list.id, events }]);
  }
}

/** Whether a market may have other lists now: a new list that is made for none is in none. */
const changesMarkets = (
  { market }: PriceListSnapshot,
  events: ReturnType<PriceList["pullEvents"]>,
): boolean =>
  market !== null ||
  (events[0]?.type !== "pricing.price-list-created" &&
    events.some((event) => event.type !== "pricing.price-list-updated" || event.hasOtherAudience));
