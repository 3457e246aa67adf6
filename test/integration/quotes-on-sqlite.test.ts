import { quotesContract } from "../contracts/pricing/quotes.contract.js";
import { embeddedStore } from "./embedded-store.js";

quotesContract("SQLite", embeddedStore);
