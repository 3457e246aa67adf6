import { idempotencyContract } from "./idempotency.contract.js";
import { inMemoryGround } from "./in-memory-ground.js";

idempotencyContract("in memory", inMemoryGround);
