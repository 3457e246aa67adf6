import { schedulerContract } from "../contracts/shared/scheduler.contract.js";
import { embeddedStore } from "./embedded-store.js";

schedulerContract("SQLite", embeddedStore);
