import { statementCountContract } from "../contracts/shared/statement-count.contract.js";
import { embeddedStore } from "./embedded-store.js";

statementCountContract("SQLite", embeddedStore);
