import { inMemorySubject } from "../idempotency/in-memory-subject.js";
import { everyFieldOfTheApi } from "./every-field-of-the-api.contract.js";
import { everyField } from "./every-field.contract.js";

everyField("fake", inMemorySubject);
everyFieldOfTheApi("fake", inMemorySubject);
