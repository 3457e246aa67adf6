import type { IdempotencyKeyReads } from "../../../application/shared/idempotency-keys.js";
import type { ReadSource } from "./read-source.js";
import { findFormerOutcome, findOutcome } from "./stored-key.js";

export const sqlIdempotencyKeyReads = (source: ReadSource): IdempotencyKeyReads => ({
  find: async (key, now) =>
    (await findFormerOutcome(source, key, now)) ?? findOutcome(source, key, now),
});
