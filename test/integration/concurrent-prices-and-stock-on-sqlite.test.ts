import { concurrentPricesAndStockContract } from "../contracts/pricing/concurrent-prices-and-stock.contract.js";
import { embeddedStore } from "./embedded-store.js";

concurrentPricesAndStockContract("SQLite", embeddedStore);
