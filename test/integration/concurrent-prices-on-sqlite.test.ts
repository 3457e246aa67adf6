import { concurrentPricesContract } from "../contracts/pricing/concurrent-prices.contract.js";
import { embeddedStore } from "./embedded-store.js";

concurrentPricesContract("SQLite", embeddedStore);
