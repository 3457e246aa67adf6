import { scheduledPricesContract } from "../contracts/pricing/scheduled-prices.contract.js";
import { embeddedStore } from "./embedded-store.js";

scheduledPricesContract("SQLite", embeddedStore);
