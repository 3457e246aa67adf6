import { concurrentStockContract } from "../contracts/inventory/concurrent-stock.contract.js";
import { embeddedStore } from "./embedded-store.js";

concurrentStockContract("SQLite", () => embeddedStore());
