import type { MarketSnapshot } from "../../domain/pricing/markets/market.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { MARKET_HISTORY_TABLE } from "./market-table.js";

export const MARKET_HISTORY = "pricing_market_history" as const;

/** Notes the terms of a market from now on. */
export const writeMarketHistory = (
  session: SqlSession,
  now: Date,
  market: MarketSnapshot,
): Promise<void> =>
  upsertRows(
    session,
    MARKET_HISTORY,
    ["id", "recorded_at"],
    [MARKET_HISTORY_TABLE.toRow({ ...market, from: now })],
  );
