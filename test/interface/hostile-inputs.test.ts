import { hostileInputsContract } from "../contracts/hostile/hostile-inputs.contract.js";
import { inMemoryGround } from "../contracts/idempotency/in-memory-ground.js";

hostileInputsContract("in memory", inMemoryGround);
