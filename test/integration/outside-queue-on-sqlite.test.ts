import { outsideQueueContract } from "../contracts/shared/outside-queue.contract.js";
import { embeddedStore } from "./embedded-store.js";

outsideQueueContract("SQLite", embeddedStore);
