import { DomainError } from "../../../domain/shared/domain-error.js";

class InvalidIdempotencyKey extends DomainError {
  readonly code = "INVALID_IDEMPOTENCY_KEY";

  constructor() {
    super(
      "Send Idempotency-Key once, with 1 to 255 ASCII characters; use a random value such as a UUID.",
    );
  }
}

const FORM = /^[\x20-\x7e]{1,255}$/;

/** What is wrong with a key; null when nothing is, or none was sent. */
export const idempotencyKeyProblem = (key: string | null): InvalidIdempotencyKey | null =>
  key === null || FORM.test(key) ? null : new InvalidIdempotencyKey();
