import { marketsContract } from "../contracts/catalog/markets.contract.js";
import { embeddedStore } from "./embedded-store.js";

marketsContract("SQLite", embeddedStore);
