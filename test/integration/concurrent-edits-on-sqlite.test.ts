import { concurrentEditsContract } from "../contracts/catalog/concurrent-edits.contract.js";
import { everythingEmbedded } from "./everything-stored.js";

concurrentEditsContract("SQLite", everythingEmbedded);
