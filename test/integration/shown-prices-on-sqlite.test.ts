import { shownPricesContract } from "../contracts/pricing/shown-prices.contract.js";
import { embeddedStore } from "./embedded-store.js";

shownPricesContract("SQLite", (clock) => ({ open: () => embeddedStore(clock) }));
