import { hostileInputsContract } from "../contracts/hostile/hostile-inputs.contract.js";
import { inMemorySubject } from "../contracts/idempotency/in-memory-subject.js";

hostileInputsContract("in memory", inMemorySubject);
