import { priceStatementsContract } from "../contracts/pricing/price-statements.contract.js";
import { embeddedStore } from "./embedded-store.js";

priceStatementsContract("SQLite", () => embeddedStore());
