import { inMemorySubject } from "../idempotency/in-memory-subject.js";
import { concurrentEditsContract } from "./concurrent-edits.contract.js";

concurrentEditsContract("in memory", inMemorySubject);
