import { idempotencyContract } from "./idempotency.contract.js";
import { inMemorySubject } from "./in-memory-subject.js";

idempotencyContract("in memory", inMemorySubject);
