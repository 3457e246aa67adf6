import { inMemorySubject } from "../idempotency/in-memory-subject.js";
import { comparingContract } from "./comparing.contract.js";
import { payingContract } from "./paying.contract.js";
import { paymentMethodsContract } from "./payment-methods.contract.js";
import { settlingContract } from "./settling.contract.js";

const open = async () => (await inMemorySubject()).needs;

paymentMethodsContract("in memory", open);
payingContract("in memory", open);
settlingContract("in memory", open);
comparingContract("in memory", open);
