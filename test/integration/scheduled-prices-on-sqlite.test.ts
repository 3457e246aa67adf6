import { scheduledPricesContract } from "../contracts/catalog/scheduled-prices.contract.js";
import { embeddedStore } from "./embedded-store.js";

scheduledPricesContract("SQLite", embeddedStore);
