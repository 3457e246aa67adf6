import { refreshListingsContract } from "../contracts/listing/refresh-listings.contract.js";
import { embeddedStore } from "./embedded-store.js";

refreshListingsContract("SQLite", () => embeddedStore());
