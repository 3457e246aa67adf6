import { DomainError } from "../../domain/shared/domain-error.js";
import type { Refusal } from "./refusal.js";

/** What a client sent along so that it may send the same command again: the answer is then the first one, and nothing happens twice. */
export interface RetryKey {
  /** Whose key it is: keys of different actors never meet. A guest's keys belong to the cart they are used on. */
  readonly actor: string;
  /** The header `Idempotency-Key`. */
  readonly key: string;
  /** The mutation, such as `productUpdate`. */
  readonly operation: string;
  /** The name under which the answer stands in the document, so that several mutations of one document count apart. */
  readonly responseKey: string;
  /** Says whether two inputs are the same. */
  readonly fingerprint: string;
}

/** What became of a command: its result (plain JSON: ids, figures), or why it was refused. */
export interface Settled {
  readonly result: unknown;
  readonly refusals: readonly Refusal[];
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = "IDEMPOTENCY_KEY_REUSED";

  constructor() {
    super(
      "This Idempotency-Key was used for another input already: take a new key for a new command.",
    );
  }
}

export class IdempotencyConcurrentRequest extends DomainError {
  readonly code = "IDEMPOTENCY_CONCURRENT_REQUEST";

  constructor() {
    super("A request with the same Idempotency-Key is being worked on: send it again in a moment.");
  }
}

/** What was answered to commands that came with a key. Kept for two days; after that a key is as good as new. */
export interface IdempotencyKeys {
  /**
   * Takes the key for this unit of work; a concurrent copy waits until it ends.
   * @returns how the command was settled before, null when it is new
   * @throws IdempotencyKeyReused, IdempotencyConcurrentRequest when the wait takes too long
   */
  claim(key: RetryKey, now: Date): Promise<Settled | null>;
  /** Notes the answer to a claimed key, in the transaction of its effect. */
  settle(key: RetryKey, settled: Settled): Promise<void>;
  /** Forgets up to `limit` keys that are older than their keeping. @returns how many */
  purge(now: Date, limit: number): Promise<number>;
}

export const KEPT_FOR_MS = 48 * 60 * 60 * 1000;

export interface IdempotencyStores {
  readonly idempotencyKeys: IdempotencyKeys;
}
