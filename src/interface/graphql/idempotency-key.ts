import { DomainError } from "../../domain/shared/domain-error.js";

export class InvalidIdempotencyKey extends DomainError {
  readonly code = "INVALID_IDEMPOTENCY_KEY";

  constructor() {
    super(
      "An Idempotency-Key is given once, with 1 to 255 characters of plain ASCII: take a random one, such as a UUID.",
    );
  }
}

const FORM = /^[\x20-\x7e]{1,255}$/;

/** What is wrong with a key; null when nothing is, or none was sent. */
export const keyProblem = (key: string | null): InvalidIdempotencyKey | null =>
  key === null || FORM.test(key) ? null : new InvalidIdempotencyKey();
