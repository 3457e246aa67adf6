import { priceEventsContract } from "../contracts/pricing/price-events.contract.js";
import { embeddedStore } from "./embedded-store.js";

priceEventsContract("SQLite", () => embeddedStore());
