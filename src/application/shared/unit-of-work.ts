/** Savepoints of a unit of work. */
export interface Transaction {
  /**
   * Runs a part. When it throws, the part is undone, the error passes through, and the unit of work
   * can continue.
   */
  readonly attempt: <T>(part: () => Promise<T>) => Promise<T>;
}

/**
 * A transaction. The work may run several times (deadlocks are retried), so it uses only its
 * stores: no HTTP, no mail, no hashing, no read port, and no second `run`, which throws
 * NestedUnitOfWork.
 */
export interface UnitOfWork<Stores> {
  /**
   * @param life of the request that waits for it; left out for other work, which has a time of its
   * own
   */
  run<T>(
    work: (stores: Stores, transaction: Transaction) => Promise<T>,
    life?: UnitLife,
  ): Promise<T>;
}

/** What a unit of work asks the life of its request. */
export interface UnitLife {
  /** When it is over at the latest, as `performance.now()` counts. */
  readonly endsAt: number;
  /** Why no work is begun any more; null before the end. */
  readonly ended: StoreUnavailable | null;
  /** Calls the listener at the end. @returns takes the listener away again */
  onEnd(listener: () => void): () => void;
  /**
   * Is called before the commit. From then on an answer can say only that the change may have been
   * made.
   * @throws StoreUnavailable when the client has been told that nothing was changed
   */
  willCommit(): void;
}

/** A unit of work was started inside another one. With the embedded database it would never end. */
export class NestedUnitOfWork extends Error {
  constructor() {
    super(
      "A unit of work was started inside another one: pass the stores of the outer one instead.",
    );
    this.name = "NestedUnitOfWork";
  }
}

/**
 * The database could not do the work in time: it was busy, its pool was empty, or it did not
 * respond. Safe to try again.
 */
export class StoreUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "StoreUnavailable";
  }
}

/**
 * The database did not answer the commit: the change may have been made or not. Not safe to try
 * again without an idempotency key.
 */
export class OutcomeUnknown extends Error {
  constructor(options?: ErrorOptions) {
    super("It is not known whether a change was made: its commit was not answered.", options);
    this.name = "OutcomeUnknown";
  }
}
