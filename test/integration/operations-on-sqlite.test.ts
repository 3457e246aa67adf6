import { operationsContract } from "../contracts/shared/operations.contract.js";
import { embeddedStore } from "./embedded-store.js";
import { operationsSubject } from "./operations-subject.js";

operationsContract("SQLite", async () => operationsSubject(await embeddedStore()));
