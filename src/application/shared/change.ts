import type { Clock } from "./clock.js";
import {
  IdempotencyConcurrentRequest,
  IdempotencyKeyReused,
  type IdempotencyStores,
  type RetryKey,
  type Settled,
} from "./idempotency.js";
import { refusalsOf, together, type Refusal } from "./refusal.js";
import type { Transaction, UnitOfWork } from "./unit-of-work.js";
import { authorise, type Policy, type Viewer } from "./viewer.js";

/** How a change is called: with a key it is safe to send again. */
export interface Call {
  readonly key: RetryKey | null;
  /** Finds out everything that would happen, and undoes it. */
  readonly dryRun: boolean;
  /** What is known to be wrong with the command already; it is then looked at for further problems only. */
  readonly problems: readonly Refusal[];
}

/** What became of a command. */
export interface Outcome<Result> {
  /** Null when the command was refused. */
  readonly result: Result | null;
  readonly refusals: readonly Refusal[];
  /** Whether the command had been settled before, so that nothing happened this time. */
  readonly replayed: boolean;
}

/** An operation that changes something: all of it or nothing, at most once for each key. Refusals are answers, not exceptions. */
export interface Change<Command, Result> {
  (command: Command, viewer: Viewer, call?: Call): Promise<Outcome<Result>>;
  readonly policy: Policy;
}

/** What a change is decided with: the stores of its unit of work, who asks and when. */
export interface Work<Stores> extends Transaction {
  readonly stores: Stores;
  readonly viewer: Viewer;
  readonly now: Date;
}

export interface ChangeNeeds<Stores> {
  readonly unitOfWork: UnitOfWork<Stores & IdempotencyStores>;
  readonly clock: Clock;
}

export const ONCE: Call = { key: null, dryRun: false, problems: [] };

/**
 * Makes an operation out of a decision. The decision may run several times, so it touches only the stores of its work, and its
 * result is plain JSON, because a replay hands out the stored one.
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
        const settled = keyInUse && (await stores.idempotencyKeys.claim(keyInUse, now));
        if (settled) return replayed<Result>(settled);
        const result = await decide(command, { stores, attempt, viewer, now }, needs);
        if (dryRun || problems.length > 0) throw new Undone(result);
        if (keyInUse) await stores.idempotencyKeys.settle(keyInUse, { result, refusals: [] });
        return { result, refusals: [], replayed: false };
      });

    const call = async (
      command: Command,
      viewer: Viewer,
      how: Call = ONCE,
    ): Promise<Outcome<Result>> => {
      authorise(policy, viewer);
      try {
        return await once(command, viewer, how);
      } catch (error) {
        if (error instanceof Undone && how.problems.length === 0)
          return { result: error.result as Result, refusals: [], replayed: false };
        const refusals = error instanceof Undone ? [] : refusalsOf(error);
        if (refusals === null) throw error;
        const outcome: Outcome<Result> = {
          result: null,
          refusals: together(how.problems, refusals),
          replayed: false,
        };
        // Refused because of the key itself: the first answer stays what it is.
        if (
          how.key === null ||
          how.dryRun ||
          error instanceof IdempotencyKeyReused ||
          error instanceof IdempotencyConcurrentRequest
        )
          return outcome;
        return note(needs, how.key, outcome).catch(refused<Result>);
      }
    };
    return Object.assign(call, { policy });
  };
  return Object.assign(factory, { policy });
};

/** A refusal is stored in a transaction of its own, because its first one was undone. */
const note = <Stores, Result>(
  { unitOfWork, clock }: ChangeNeeds<Stores>,
  key: RetryKey,
  outcome: Outcome<Result>,
): Promise<Outcome<Result>> =>
  unitOfWork.run(async ({ idempotencyKeys }) => {
    const settled = await idempotencyKeys.claim(key, clock.now());
    if (settled) return replayed<Result>(settled);
    await idempotencyKeys.settle(key, { result: null, refusals: outcome.refusals });
    return outcome;
  });

/** Somebody else took the key for another input meanwhile. */
const refused = <Result>(error: unknown): Outcome<Result> => {
  const refusals = refusalsOf(error);
  if (refusals === null) throw error;
  return { result: null, refusals, replayed: false };
};

const replayed = <Result>({ result, refusals }: Settled): Outcome<Result> => ({
  result: result as Result | null,
  refusals,
  replayed: true,
});

/** Ends a unit of work that was only to be tried. */
class Undone extends Error {
  constructor(readonly result: unknown) {
    super("This was a trial.");
  }
}
