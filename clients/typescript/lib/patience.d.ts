/** How patient a client is. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default 3. */
  readonly attempts?: number;
  /** When the server asks to wait longer than this, in milliseconds, its refusal is answered. Default 10,000. */
  readonly maxWaitMs?: number;
  /** Whether mutations without an Idempotency-Key get one of their own, so that they can be sent again. Default true. */
  readonly idempotencyKeys?: boolean;
}
