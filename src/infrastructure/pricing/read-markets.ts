import type { MarketView } from "../../application/pricing/ports/markets.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { MARKET_TABLE } from "./market-table.js";

/** All markets as they are stored, by key, with the default one first. */
export const readMarkets = async (source: ReadSource): Promise<readonly MarketView[]> =>
  (await source.query(`SELECT ${MARKET_TABLE.selection} FROM pricing_market ORDER BY market_key`))
    .map(MARKET_TABLE.toRecord)
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
