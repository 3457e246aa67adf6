import { payingContract } from "../contracts/payments/paying.contract.js";
import { settlingContract } from "../contracts/payments/settling.contract.js";
import { embeddedStore } from "./embedded-store.js";

payingContract("SQLite", embeddedStore);
settlingContract("SQLite", embeddedStore);
