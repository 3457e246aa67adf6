import type { PriceLists } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { PriceListKeyTaken, PriceListNotFound } from "../../domain/pricing/errors.js";
import { PriceList, type PriceListSnapshot } from "../../domain/pricing/price-list.js";
import { sharedLock, type SqlSession } from "../shared/database/sql-session.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { DEFAULT_MARK } from "./market-table.js";
import { writePriceListHistory } from "./price-list-history-table.js";
import { PRICE_LIST_TABLE } from "./price-list-table.js";

const { name, selection, toRecord } = PRICE_LIST_TABLE;
const LIST_COLUMNS = selection
  .split(", ")
  .map((column) => `l.${column}`)
  .join(", ");

export const sqlPriceLists = (session: SqlSession, clock: Clock): PriceLists => ({
  ...versionedStore(session, clock, {
    table: PRICE_LIST_TABLE,
    restore: (snapshot) => PriceList.restore(snapshot),
    notFound: (id) => new PriceListNotFound(id),
    keyTaken: ({ key }) => new PriceListKeyTaken(key),
    alsoWrite: async ({ snapshot, events, isRemoved, now }) => {
      if (changesMarkets(snapshot, isRemoved ? [] : events))
        await renewTermsRevision(session, "markets");
      await writePriceListHistory(session, now, snapshot, isRemoved);
    },
  }),
  lockAll: async () => {
    // Without a list there is no row to lock, so creating a list locks the default market first.
    const rows = await session.query(
      `SELECT ${LIST_COLUMNS} FROM pricing_market m LEFT JOIN ${name} l ON 1 = 1 WHERE m.default_mark = ? ORDER BY l.list_key${sharedLock(session)}`,
      [DEFAULT_MARK],
    );
    return rows.filter((row) => row["id"] != null).map(toRecord);
  },
  madeFor: async (audience) => {
    const [column, value] =
      "market" in audience
        ? ["market_id", audience.market]
        : ["customer_group_id", audience.customerGroup];
    const rows = await session.query(
      `SELECT ${selection} FROM ${name} WHERE ${column} = ? ORDER BY list_key`,
      [value],
    );
    return rows.map(toRecord);
  },
});

/** Whether a market may have other lists now: a new list that is made for none is in none. */
const changesMarkets = (
  { market }: PriceListSnapshot,
  events: ReturnType<PriceList["pullEvents"]>,
): boolean =>
  market !== null ||
  (events[0]?.type !== "pricing.price-list-created" &&
    events.some((event) => event.type !== "pricing.price-list-updated" || event.hasOtherAudience));
