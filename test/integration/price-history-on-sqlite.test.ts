import type { Clock } from "../../src/application/shared/clock.js";
import { lowestPricesContract } from "../contracts/pricing/lowest-prices.contract.js";
import { marketsAtMomentsContract } from "../contracts/pricing/markets-at-moments.contract.js";
import { priceHistoryContract } from "../contracts/pricing/price-history.contract.js";
import { quotesAtMomentsContract } from "../contracts/pricing/quotes-at-moments.contract.js";
import { embeddedStore } from "./embedded-store.js";

const onSqlite = (clock: Clock) => ({ open: () => embeddedStore(clock) });

priceHistoryContract("SQLite", onSqlite);
quotesAtMomentsContract("SQLite", onSqlite);
marketsAtMomentsContract("SQLite", onSqlite);
lowestPricesContract("SQLite", onSqlite);
