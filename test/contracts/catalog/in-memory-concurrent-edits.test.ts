import { inMemoryGround } from "../idempotency/in-memory-ground.js";
import { concurrentEditsContract } from "./concurrent-edits.contract.js";

concurrentEditsContract("in memory", inMemoryGround);
