import type { StoredMarkets } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { CountryTaken, MarketKeyTaken, MarketNotFound } from "../../domain/pricing/errors.js";
import type { MarketId } from "../../domain/pricing/ids.js";
import { Market } from "../../domain/pricing/markets/market.js";
import { insertIfAbsent, insertRows } from "../shared/database/insert-rows.js";
import { forUpdate, placeholders, type SqlSession } from "../shared/database/sql-session.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { DEFAULT_MARK, MARKET_TABLE } from "./market-table.js";
import { MARKET_HISTORY, writeMarketHistory } from "./write-market-history.js";

const { name, selection, toRecord, toRow } = MARKET_TABLE;

export const sqlMarkets = (session: SqlSession, clock: Clock): StoredMarkets => {
  const countWhere = async (condition: string, values: readonly string[]): Promise<number> => {
    const [row] = await session.query(
      `SELECT COUNT(*) AS total FROM ${name} WHERE ${condition}`,
      values,
    );
    return Number(row?.["total"]);
  };
  return {
    ...versionedStore(session, clock, {
      table: MARKET_TABLE,
      restore: (snapshot) => Market.restore(snapshot),
      notFound: (id) => new MarketNotFound(id),
      keyTaken: ({ key }) => new MarketKeyTaken(key),
      alsoWrite: async ({ snapshot, isRemoved, now }) => {
        await renewTermsRevision(session, "markets");
        await saveCountries(session, snapshot.id, isRemoved ? [] : snapshot.countries);
        if (!isRemoved) return writeMarketHistory(session, now, snapshot);
        await session.change(`DELETE FROM ${MARKET_HISTORY} WHERE id = ?`, [snapshot.id]);
      },
    }),
    default: async () => {
      const [row] = await session.query(
        `SELECT ${selection} FROM ${name} WHERE default_mark = ?${forUpdate(session)}`,
        [DEFAULT_MARK],
      );
      return row ? Market.restore(toRecord(row)) : null;
    },
    count: () => countWhere("1 = 1", []),
    countUsing: (priceList) => countWhere("price_list_id = ?", [priceList]),
    addDefault: async (market) => {
      const [snapshot, events, now] = [market.snapshot(), market.pullEvents(), clock.now()];
      const isAdded = await insertIfAbsent(session, name, toRow(snapshot));
      if (!isAdded) return false;
      await renewTermsRevision(session, "markets");
      await writeMarketHistory(session, now, snapshot);
      await appendToOutbox(session, now, [{ aggregateId: market.id, events }]);
      return true;
    },
  };
};

const saveCountries = async (
  session: SqlSession,
  id: MarketId,
  countries: readonly string[],
): Promise<void> => {
  await session.change("DELETE FROM pricing_market_country WHERE market_id = ?", [id]);
  if (countries.length === 0) return;
  const taken = new Set(
    (
      await session.query(
        `SELECT country FROM pricing_market_country WHERE country IN (${placeholders(countries)}) ORDER BY country${forUpdate(session)}`,
        countries,
      )
    ).map((row) => String(row["country"])),
  );
  const clash = countries.findIndex((country) => taken.has(country));
  if (clash >= 0) throw new CountryTaken(countries[clash] ?? "", ["countries", String(clash)]);
  await insertRows(
    session,
    "pricing_market_country",
    countries.map((country) => ({ country, market_id: id })),
  );
};
