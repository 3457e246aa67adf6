import { marketsContract } from "../contracts/pricing/markets.contract.js";
import { embeddedStore } from "./embedded-store.js";

marketsContract("SQLite", embeddedStore);
