import { DomainError } from "../../domain/shared/domain-error.js";
import type { Refusal } from "./refusal.js";

/** The stored outcomes of commands, by idempotency key. */
export interface IdempotencyKeys {
  /**
   * Claims the key for this unit of work. A concurrent request with the same key waits until the
   * unit of work ends.
   * @returns the stored outcome, null for a new command
   * @throws IdempotencyKeyReused, IdempotencyConcurrentRequest when the wait takes too long
   */
  claim(key: IdempotencyKey, now: Date): Promise<StoredOutcome | null>;
  /** Saves the outcome for a claimed key, in the transaction of its effect. */
  saveOutcome(key: IdempotencyKey, outcome: StoredOutcome): Promise<void>;
  /** Removes up to `limit` expired keys with their outcomes. @returns how many */
  removeExpired(now: Date, limit: number): Promise<number>;
}

/** Stored outcomes, read outside of any unit of work: no writer has to wait. */
export interface IdempotencyKeyReads {
  /**
   * Looks without claiming the key or waiting for a concurrent request.
   * @returns the stored outcome; null for a new command, and for one that is not finished
   * @throws IdempotencyKeyReused
   */
  find(key: IdempotencyKey, now: Date): Promise<StoredOutcome | null>;
}

/** A key can be used for another command after this time. */
export const KEY_LIFETIME_MS = 48 * 60 * 60 * 1000;

/**
 * Identifies a command, so that a client can send it again: the client then gets the stored outcome
 * of the first call, and the command has no second effect.
 */
export interface IdempotencyKey {
  /**
   * The owner of the key: an account, an API key, the cart of a guest. Keys of different actors are
   * independent.
   */
  readonly actor: string;
  /**
   * The owner under which versions before stored the same key; null when none of their keys can be
   * left.
   */
  readonly formerActor: string | null;
  /** The header `Idempotency-Key`. */
  readonly key: string;
  /** The mutation, such as `productUpdate`. */
  readonly operation: string;
  /** The alias or name of the field, so that the mutations of one document are independent. */
  readonly responseKey: string;
  /**
   * Of the input, equal for equal inputs. The first is stored; the others are accepted too: those
   * with the previous secret, and those of versions before.
   */
  readonly fingerprints: readonly [string, ...string[]];
}

/** The stored outcome of a command: its result as plain JSON, or its refusals. */
export interface StoredOutcome {
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

export interface IdempotencyStores {
  readonly idempotencyKeys: IdempotencyKeys;
}
