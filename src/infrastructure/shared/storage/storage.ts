import type { RowCheckStores } from "../../../application/shared/row-checks.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { Intersection } from "../../../application/shared/intersection.js";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { Limits } from "../../../application/shared/limits.js";
import type { RowCheck } from "../checks/row-check.js";
import type { MigrationClass } from "../database/migrate.js";
import type { ReadSource } from "../database/read-source.js";
import type { SqlSession } from "../database/sql-session.js";

/** How the stores of a unit of work are made, by their names. */
export type StoreMakers<Stores> = {
  readonly [Name in keyof Stores]: (session: SqlSession, clock: Clock) => Stores[Name];
};

/** The limits of the process, and who counts what they refuse. */
export interface KeptLimits {
  readonly limits: Limits;
  readonly counters: LimitCounters;
}

/** What reads outside of units of work are made from. */
export interface ReadNeeds extends KeptLimits {
  readonly source: ReadSource;
  /** How long a statement may take. */
  readonly deadlineMs: number;
  readonly clock: Clock;
}

/** Everything that a context says of itself in this room. */
export interface Storage {
  /** The name of the context. */
  readonly name: string;
  readonly migrations: readonly MigrationClass[];
  /** The stores that operations and background work use. */
  readonly stores: StoreMakers<object>;
  /** The stores that only the workers use. */
  readonly workerStores?: StoreMakers<object>;
  /** What reads outside of units of work. */
  readonly reads?: (needs: ReadNeeds) => object;
  /** What is always true of its rows. `plinth doctor` names the rows that break it. */
  readonly checks?: readonly RowCheck[];
  /**
   * Is called after each commit of this process that has stored events or scheduled work, with the
   * session of the unit of work.
   */
  readonly committed?: (reads: never, session: SqlSession) => void;
  /**
   * Whether it reads what the process needs before it can serve. Writers of the embedded store
   * leave it most of the time then.
   */
  readonly isReading?: (reads: never) => boolean;
  /** Is called before the store is closed. */
  readonly close?: (reads: never) => Promise<void>;
}

/** The stores of several contexts, by their names. */
export type StoresOf<Storages extends readonly Storage[]> = RowCheckStores &
  Intersection<Made<Storages[number]["stores"]>>;

/** The stores of several contexts, and those that only the workers use. */
export type WorkerStoresOf<Storages extends readonly Storage[]> = StoresOf<Storages> &
  Intersection<
    Storages[number] extends infer One
      ? One extends { readonly workerStores: infer Makers }
        ? Made<Makers>
        : never
      : never
  >;

/** The reads of several contexts, by their names. */
export type ReadsOf<Storages extends readonly Storage[]> = Intersection<
  Storages[number] extends infer One
    ? One extends { readonly reads: (...given: never[]) => infer Reads }
      ? Reads
      : never
    : never
>;

type Made<Makers> = Makers extends unknown
  ? {
      readonly [Name in keyof Makers]: Makers[Name] extends (...given: never[]) => infer Store
        ? Store
        : never;
    }
  : never;
