import type { Clock } from "./clock.js";
import {
  IdempotencyConcurrentRequest,
  IdempotencyKeyReused,
  type IdempotencyStores,
  type IdempotencyKey,
  type StoredOutcome,
} from "./idempotency-keys.js";
import { mergeRefusals, refusalsOf, type Refusal } from "./refusal.js";
import type { Transaction, UnitOfWork } from "./unit-of-work.js";
import { authorise, type Policy, type Viewer } from "./viewer.js";

/** The options of a call. A call with a key is safe to repeat. */
export interface Call {
  readonly key: IdempotencyKey | null;
  /** Runs the change, then rolls it back. */
  readonly dryRun: boolean;
  /**
   * Problems that were found before the call. If there are any, the command is only checked for
   * further problems, and nothing is saved.
   */
  readonly problems: readonly Refusal[];
}

/** The outcome of a command. */
export interface Outcome<Result> {
  /** Null when the command was refused. */
  readonly result: Result | null;
  readonly refusals: readonly Refusal[];
  /** Whether this is the stored outcome of an earlier call, so that nothing happened this time. */
  readonly replayed: boolean;
}

/**
 * An operation that changes data: completely or not at all, and at most once for each key. Refusals
 * are returned, not thrown.
 */
export interface Change<Command, Result> {
  (command: Command, viewer: Viewer, call?: Call): Promise<Outcome<Result>>;
  readonly policy: Policy;
}

/** The unit of work of a change: its stores, the viewer and the time. */
export interface Work<Stores> extends Transaction {
  readonly stores: Stores;
  readonly viewer: Viewer;
  readonly now: Date;
}

interface ChangeNeeds<Stores> {
  readonly unitOfWork: UnitOfWork<Stores & IdempotencyStores>;
  readonly clock: Clock;
}

const DEFAULT_CALL: Call = { key: null, dryRun: false, problems: [] };

/**
 * Makes an operation from a decision. The decision may run several times, so it uses only the
 * stores of its work. Its result is plain JSON, because it is stored for replays.
 */
export const change = <Stores, Needs, Command, Result>(
  policy: Policy,
  decide: (command: Command, work: Work<Stores>, needs: Needs) => Promise<Result>,
) => {
  const factory = (needs: ChangeNeeds<Stores> & Needs): Change<Command, Result> => {
    const once = (
      command: Command,
      viewer: Viewer,
      { key, dryRun, problems }: Call,
    ): Promise<Outcome<Result>> =>
      needs.unitOfWork.run(async (stores, { attempt }) => {
        const now = needs.clock.now();
        const keyInUse = dryRun ? null : key;
        const stored = keyInUse && (await stores.idempotencyKeys.claim(keyInUse, now));
        if (stored) return replayed<Result>(stored);
        const result = await decide(command, { stores, attempt, viewer, now }, needs);
        if (dryRun || problems.length > 0) throw new RolledBack(result);
        if (keyInUse) await stores.idempotencyKeys.saveOutcome(keyInUse, { result, refusals: [] });
        return { result, refusals: [], replayed: false };
      });

    const call = async (
      command: Command,
      viewer: Viewer,
      options: Call = DEFAULT_CALL,
    ): Promise<Outcome<Result>> => {
      authorise(policy, viewer);
      try {
        return await once(command, viewer, options);
      } catch (error) {
        if (error instanceof RolledBack && options.problems.length === 0)
          return { result: error.result as Result, refusals: [], replayed: false };
        const refusals = error instanceof RolledBack ? [] : refusalsOf(error);
        if (refusals === null) throw error;
        const outcome: Outcome<Result> = {
          result: null,
          refusals: mergeRefusals(options.problems, refusals),
          replayed: false,
        };
        // Refused because of the key itself: the stored outcome of the first call stays.
        if (
          options.key === null ||
          options.dryRun ||
          error instanceof IdempotencyKeyReused ||
          error instanceof IdempotencyConcurrentRequest
        )
          return outcome;
        return saveRefusal(needs, options.key, outcome).catch(refused<Result>);
      }
    };
    return Object.assign(call, { policy });
  };
  return Object.assign(factory, { policy });
};

/** Saves a refusal in a second unit of work, because the first one was rolled back. */
const saveRefusal = <Stores, Result>(
  { unitOfWork, clock }: ChangeNeeds<Stores>,
  key: IdempotencyKey,
  outcome: Outcome<Result>,
): Promise<Outcome<Result>> =>
  unitOfWork.run(async ({ idempotencyKeys }) => {
    const stored = await idempotencyKeys.claim(key, clock.now());
    if (stored) return replayed<Result>(stored);
    await idempotencyKeys.saveOutcome(key, { result: null, refusals: outcome.refusals });
    return outcome;
  });

/** Another call claimed the key for another input meanwhile. */
const refused = <Result>(error: unknown): Outcome<Result> => {
  const refusals = refusalsOf(error);
  if (refusals === null) throw error;
  return { result: null, refusals, replayed: false };
};

const replayed = <Result>({ result, refusals }: StoredOutcome): Outcome<Result> => ({
  result: result as Result | null,
  refusals,
  replayed: true,
});

/** Thrown to roll back a unit of work that only checks a command. */
class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super("The unit of work was only a check.");
  }
}
