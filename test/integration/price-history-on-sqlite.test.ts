import { priceHistoryContract } from "../contracts/pricing/price-history.contract.js";
import { embeddedStore } from "./embedded-store.js";

priceHistoryContract("SQLite", (clock) => ({ open: () => embeddedStore(clock) }));
