import type { StoredMarkets } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { CountryTaken, MarketKeyTaken, MarketNotFound } from "../../domain/pricing/errors.js";
import type { MarketId, PriceListId } from "../../domain/pricing/ids.js";
import { Market, type MarketSnapshot } from "../../domain/pricing/markets/market.js";
import { changeOf, removalOf, type SequencedEvent } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { insertIfAbsent, insertRows } from "../shared/database/insert-rows.js";
import { forUpdate, placeholders, type SqlSession } from "../shared/database/sql-session.js";
import { removeRow, saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { noteChangedMarkets } from "./changed-markets.js";
import { DEFAULT_MARK, MARKET_TABLE } from "./market-table.js";
import { MARKET_HISTORY, writeMarketHistory } from "./write-market-history.js";

const TABLE = "pricing_market";

export class SqlMarkets implements StoredMarkets {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async default(): Promise<Market | null> {
    const [row] = await this.session.query(
      `SELECT ${MARKET_TABLE.selection} FROM ${TABLE} WHERE default_mark = ?${forUpdate(this.session)}`,
      [DEFAULT_MARK],
    );
    return row ? Market.restore(MARKET_TABLE.toRecord(row)) : null;
  }

  async get(id: MarketId): Promise<Market> {
    const [row] = await this.session.query(
      `SELECT ${MARKET_TABLE.selection} FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new MarketNotFound(id);
    return Market.restore(MARKET_TABLE.toRecord(row));
  }

  async all(): Promise<readonly MarketSnapshot[]> {
    const rows = await this.session.query(
      `SELECT ${MARKET_TABLE.selection} FROM ${TABLE} ORDER BY market_key`,
    );
    return rows.map(MARKET_TABLE.toRecord);
  }

  count(): Promise<number> {
    return this.countWhere("1 = 1", []);
  }

  countUsing(priceList: PriceListId): Promise<number> {
    return this.countWhere("price_list_id = ?", [priceList]);
  }

  async addDefault(market: Market): Promise<boolean> {
    const events = market.pullEvents();
    const isAdded = await insertIfAbsent(
      this.session,
      TABLE,
      MARKET_TABLE.toRow(market.snapshot()),
    );
    if (!isAdded) return false;
    await writeMarketHistory(this.session, this.clock.now(), market.snapshot());
    await this.announce(market, events);
    return true;
  }

  async save(market: Market): Promise<void> {
    const change = changeOf(market);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      const row = versioned(snapshot, MARKET_TABLE.toRow(snapshot));
      await saveRow(this.session, TABLE, row, replaces);
    } catch (error) {
      if (isDuplicate(error, TABLE, "market_key")) throw new MarketKeyTaken(snapshot.key);
      throw error;
    }
    await this.saveCountries(snapshot);
    await writeMarketHistory(this.session, this.clock.now(), snapshot);
    await this.announce(market, events);
  }

  async remove(market: Market): Promise<void> {
    const { events, replaces } = removalOf(market);
    await removeRow(this.session, TABLE, market.id, replaces);
    await this.session.change("DELETE FROM pricing_market_country WHERE market_id = ?", [
      market.id,
    ]);
    await this.session.change(`DELETE FROM ${MARKET_HISTORY} WHERE id = ?`, [market.id]);
    await this.announce(market, events);
  }

  private async saveCountries({ id, countries }: MarketSnapshot): Promise<void> {
    await this.session.change("DELETE FROM pricing_market_country WHERE market_id = ?", [id]);
    if (countries.length === 0) return;
    const taken = new Set(
      (
        await this.session.query(
          `SELECT country FROM pricing_market_country WHERE country IN (${placeholders(countries)}) ORDER BY country${forUpdate(this.session)}`,
          countries,
        )
      ).map((row) => String(row["country"])),
    );
    const clash = countries.findIndex((country) => taken.has(country));
    if (clash >= 0) throw new CountryTaken(countries[clash] ?? "", ["countries", String(clash)]);
    await insertRows(
      this.session,
      "pricing_market_country",
      countries.map((country) => ({ country, market_id: id })),
    );
  }

  private announce({ id }: Market, events: readonly SequencedEvent[]): Promise<void> {
    noteChangedMarkets(this.session);
    return appendToOutbox(this.session, this.clock.now(), [{ aggregateId: id, events }]);
  }

  private async countWhere(condition: string, values: readonly string[]): Promise<number> {
    const [row] = await this.session.query(
      `SELECT COUNT(*) AS total FROM ${TABLE} WHERE ${condition}`,
      values,
    );
    return Number(row?.["total"]);
  }
}
