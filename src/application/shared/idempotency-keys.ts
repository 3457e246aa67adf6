import { DomainError } from "../../domain/shared/domain-error.js";
import type { Refusal } from "./refusal.js";

/**
 * Identifies a command, so that a client can repeat it: the outcome is then the first one, and
 * nothing happens twice.
 */
export interface RetryKey {
  /**
   * The owner of the key: keys of different actors are independent. The keys of a guest belong to
   * the cart of the command.
   */
  readonly actor: string;
  /** The header `Idempotency-Key`. */
  readonly key: string;
  /** The mutation, such as `productUpdate`. */
  readonly operation: string;
  /** The response key of the field, so that several mutations of one document are independent. */
  readonly responseKey: string;
  /** Equal for equal inputs. */
  readonly fingerprint: string;
}

/** The stored outcome of a command: its result as plain JSON, or its refusals. */
export interface Settled {
  readonly result: unknown;
  readonly refusals: readonly Refusal[];
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = "IDEMPOTENCY_KEY_REUSED";

  constructor() {
    super(
      "This Idempotency-Key was used for another input already: use a new key for a new command.",
    );
  }
}

export class IdempotencyConcurrentRequest extends DomainError {
  readonly code = "IDEMPOTENCY_CONCURRENT_REQUEST";

  constructor() {
    super("A request with the same Idempotency-Key is in progress: send it again in a moment.");
  }
}

/** The outcomes of commands with a key. Kept for two days; after that a key can be used again. */
export interface IdempotencyKeys {
  /**
   * Claims the key for this unit of work; a concurrent copy waits until it ends.
   * @returns the stored outcome, null for a new command
   * @throws IdempotencyKeyReused, IdempotencyConcurrentRequest when the wait takes too long
   */
  claim(key: RetryKey, now: Date): Promise<Settled | null>;
  /** Saves the outcome for a claimed key, in the transaction of its effect. */
  settle(key: RetryKey, settled: Settled): Promise<void>;
  /** Removes up to `limit` expired keys. @returns how many */
  purge(now: Date, limit: number): Promise<number>;
}

export const KEPT_FOR_MS = 48 * 60 * 60 * 1000;

export interface IdempotencyStores {
  readonly idempotencyKeys: IdempotencyKeys;
}
