import { DomainError } from "../../../domain/shared/domain-error.js";
import { randomBits } from "../../../domain/shared/random-bits.js";

/** The random bits of a UUID of version 4. */
const BITS = 122;

// Version 4 alone: one of version 7 is a time and 74 random bits.
const RANDOM_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Whether a key has the form of one that nobody can guess: a UUID of version 4, or 16 random bytes.
 */
export const isUnguessable = (key: string): boolean =>
  UUID.test(key)
    ? RANDOM_UUID.test(key) && randomBits(key.replaceAll("-", "").toLowerCase()) > 0
    : randomBits(key) >= BITS;

/** Another guest could send the same key, and would get the answer of the first one. */
export class GuessableIdempotencyKey extends DomainError {
  readonly code = "IDEMPOTENCY_KEY_NOT_RANDOM";

  constructor() {
    super("Idempotency-Key must be random here: send a random UUID (version 4) as the key.");
  }
}
