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
  run<T>(work: (stores: Stores, transaction: Transaction) => Promise<T>): Promise<T>;
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
