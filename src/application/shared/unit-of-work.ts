/** The part of a unit of work that may fail alone. */
export interface Transaction {
  /** Runs a part; when it throws, what the part did is undone, the error passes on, and the unit of work may continue. */
  readonly attempt: <T>(part: () => Promise<T>) => Promise<T>;
}

/**
 * All or nothing. The work may run several times (the database retries a deadlock), so it touches only the stores it is
 * handed: no HTTP, no mail, no hashing, no read port, and no second `run`, which throws NestedUnitOfWork.
 */
export interface UnitOfWork<Stores> {
  run<T>(work: (stores: Stores, transaction: Transaction) => Promise<T>): Promise<T>;
}

/** A unit of work was opened inside another one, which on an embedded store would wait for itself for ever. */
export class NestedUnitOfWork extends Error {
  constructor() {
    super(
      "A unit of work was opened inside another one: hand the stores of the outer one down instead.",
    );
    this.name = "NestedUnitOfWork";
  }
}

/** The database could not take the work in time: it was busy, its pool was empty, or it did not answer. Safe to try again. */
export class StoreUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "StoreUnavailable";
  }
}
