import { payingContract } from "../contracts/payments/paying.contract.js";
import { embeddedStore } from "./embedded-store.js";

payingContract("SQLite", embeddedStore);
