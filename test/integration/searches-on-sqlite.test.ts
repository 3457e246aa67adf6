import { searchesContract } from "../contracts/search/searches.contract.js";
import { embeddedStore } from "./embedded-store.js";

searchesContract(embeddedStore);
