import { DomainError } from "../../domain/shared/domain-error.js";

/** A client has used up its share. The same request is accepted again after `retryAfterMs`. */
export class RateLimited extends DomainError {
  readonly code = "RATE_LIMITED";

  /** @param retryAfterMs in milliseconds */
  constructor(
    readonly retryAfterMs: number,
    what = "This client has sent too many requests.",
  ) {
    super(`${what} Send it again in ${Math.ceil(retryAfterMs / 1_000)} s.`);
  }
}
