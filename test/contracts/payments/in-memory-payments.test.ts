import { inMemorySubject } from "../idempotency/in-memory-subject.js";
import { payingContract } from "./paying.contract.js";

const open = async () => (await inMemorySubject()).needs;

payingContract("in memory", open);
