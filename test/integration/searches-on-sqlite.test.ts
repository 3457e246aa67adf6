import { fortySearches } from "../contracts/catalog/searches.contract.js";
import { embeddedStore } from "./embedded-store.js";

fortySearches(embeddedStore);
