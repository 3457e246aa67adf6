import { inMemorySubject } from "../idempotency/in-memory-subject.js";
import { momentsOfReadsContract } from "./moments-of-reads.contract.js";
import { neighboursContract } from "./neighbours.contract.js";
import { zerosContract } from "./zeros.contract.js";

neighboursContract("in memory", inMemorySubject);
zerosContract("in memory", inMemorySubject);
momentsOfReadsContract("in memory", inMemorySubject);
