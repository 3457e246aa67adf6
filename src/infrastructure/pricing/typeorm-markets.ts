import type { StoredMarkets } from "../../application/pricing/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import { CountryTaken, MarketKeyTaken, MarketNotFound } from "../../domain/pricing/errors.js";
import type { MarketId, PriceListId } from "../../domain/pricing/ids.js";
import { Market, type MarketSnapshot } from "../../domain/pricing/market.js";
import { appendToOutbox, storedVersion } from "../shared/outbox.js";
import {
  forUpdate,
  insertRows,
  insertUnlessThere,
  isDuplicate,
  placeholders,
  type SqlSession,
} from "../shared/sql.js";
import { overwriteRow, removeRow } from "../shared/versioned-rows.js";
import { DEFAULT_MARK, toMarket, toMarketRow } from "./market-rows.js";

const TABLE = "pricing_market";

export class TypeormMarkets implements StoredMarkets {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async default(): Promise<Market | null> {
    const [row] = await this.session.query(
      `SELECT * FROM ${TABLE} WHERE default_mark = ?${forUpdate(this.session)}`,
      [DEFAULT_MARK],
    );
    return row ? Market.restore(toMarket(row)) : null;
  }

  async get(id: MarketId): Promise<Market> {
    const [row] = await this.session.query(
      `SELECT * FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new MarketNotFound(id);
    return Market.restore(toMarket(row));
  }

  count(): Promise<number> {
    return this.countWhere("1 = 1", []);
  }

  countUsing(priceList: PriceListId): Promise<number> {
    return this.countWhere("price_list_id = ?", [priceList]);
  }

  async addDefault(market: Market): Promise<boolean> {
    const events = market.pullEvents();
    const snapshot = market.snapshot();
    const isAdded = await insertUnlessThere(this.session, TABLE, toMarketRow(snapshot));
    if (isAdded)
      await appendToOutbox(
        this.session,
        this.clock.now(),
        events.map((event) => ({ aggregateId: market.id, event })),
      );
    return isAdded;
  }

  async save(market: Market): Promise<void> {
    const events = market.pullEvents();
    const replaces = storedVersion(events);
    if (replaces === null) return;
    const snapshot = market.snapshot();
    try {
      await (replaces === 0
        ? insertRows(this.session, TABLE, [toMarketRow(snapshot)])
        : overwriteRow(this.session, TABLE, toMarketRow(snapshot), replaces));
    } catch (error) {
      if (isDuplicate(error, TABLE, "market_key")) throw new MarketKeyTaken(snapshot.key);
      throw error;
    }
    await this.settleIn(snapshot);
    await appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: market.id, event })),
    );
  }

  async remove(market: Market): Promise<void> {
    const events = market.pullEvents();
    await removeRow(
      this.session,
      TABLE,
      market.id,
      storedVersion(events) ?? market.snapshot().version,
    );
    await this.session.change("DELETE FROM pricing_market_country WHERE market_id = ?", [
      market.id,
    ]);
    await appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: market.id, event })),
    );
  }

  private async settleIn({ id, countries }: MarketSnapshot): Promise<void> {
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

  private async countWhere(condition: string, values: readonly string[]): Promise<number> {
    const [row] = await this.session.query(
      `SELECT COUNT(*) AS total FROM ${TABLE} WHERE ${condition}`,
      values,
    );
    return Number(row?.["total"]);
  }
}
