import type { Clock } from "./clock.js";
import {
  IdempotencyConcurrentRequest,
  IdempotencyKeyReused,
  type IdempotencyKey,
  type IdempotencyKeyReads,
  type IdempotencyStores,
  type StoredOutcome,
} from "./idempotency-keys.js";
import type { Log } from "./log.js";
import { prepareInTime } from "./prepare-in-time.js";
import { mergeRefusals, refusalsOf, type Refusal } from "./refusal.js";
import { runAfterwards } from "./run-afterwards.js";
import type { Transaction, UnitLife, UnitOfWork } from "./unit-of-work.js";
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
  /** Of the request that waits for the outcome; left out where none does. */
  readonly life?: UnitLife;
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

/**
 * The parts of a change. A password is hashed or a carrier asked in `prepare`, never while a
 * transaction is open; a gateway is called or mail sent in `afterwards`.
 */
export interface ChangeParts<Stores, Needs, Command, Prepared, Result> {
  /**
   * Slow work before the unit of work, once for each call; its result is handed to the decision. A
   * `DomainError` refuses the command, and its repetitions too: an overload is another error. Left
   * out for a key whose outcome is stored, and for a command with problems; a dry run prepares. The
   * signal is aborted when the call waits no longer.
   */
  readonly prepare?: (
    command: Command,
    viewer: Viewer,
    needs: Needs,
    signal: AbortSignal,
  ) => Promise<Prepared>;
  /** After how many milliseconds the call fails with `PreparationTimedOut`. */
  readonly prepareMs?: number;
  /**
   * May run several times, so it uses only the stores of its work. Its result is plain JSON,
   * because it is stored for replays.
   */
  readonly decide: (
    command: Command,
    work: Work<Stores>,
    needs: Needs,
    prepared: Prepared,
  ) => Promise<Result>;
  /**
   * Work after the commit, at most once for each effect, never in a dry run. It may be lost with
   * the process, so a job finds what was left undone. A failure is logged; the answer is the same.
   */
  readonly afterwards?: (result: Result, done: ChangeDone<Command>, needs: Needs) => Promise<void>;
  /** How long the answer waits for `afterwards`, in milliseconds. */
  readonly afterwardsMs?: number;
  /** Whether repetitions call it: copies that are sent at once are told the same. */
  readonly repeatsAfterwards?: boolean;
}

/** What `afterwards` knows besides the result. */
export interface ChangeDone<Command> {
  readonly command: Command;
  readonly viewer: Viewer;
  /** Aborted when the answer waits no longer. */
  readonly signal: AbortSignal;
}

interface ChangeNeeds<Stores> {
  readonly unitOfWork: UnitOfWork<Stores & IdempotencyStores>;
  readonly clock: Clock;
}

interface PartsNeeds<Stores> extends ChangeNeeds<Stores> {
  readonly idempotencyKeyReads: IdempotencyKeyReads;
  readonly log: Log;
}

interface ChangeFactory<Needs, Command, Result> {
  (needs: Needs): Change<Command, Result>;
  readonly policy: Policy;
}

type Decide<Stores, Needs, Command, Result> = (
  command: Command,
  work: Work<Stores>,
  needs: Needs,
) => Promise<Result>;

const DEFAULT_CALL: Call = { key: null, dryRun: false, problems: [] };

/** Makes an operation from a decision, or from the three parts of a change. */
export function change<Stores, Needs, Command, Result>(
  policy: Policy,
  decide: Decide<Stores, Needs, Command, Result>,
): ChangeFactory<ChangeNeeds<Stores> & Needs, Command, Result>;
export function change<Stores, Needs, Command, Prepared, Result>(
  policy: Policy,
  parts: ChangeParts<Stores, Needs, Command, Prepared, Result>,
): ChangeFactory<PartsNeeds<Stores> & Needs, Command, Result>;
export function change<Stores, Needs, Command, Prepared, Result>(
  policy: Policy,
  form:
    Decide<Stores, Needs, Command, Result> | ChangeParts<Stores, Needs, Command, Prepared, Result>,
): ChangeFactory<PartsNeeds<Stores> & Needs, Command, Result> {
  const parts = typeof form === "function" ? { decide: form } : form;
  const factory = (needs: PartsNeeds<Stores> & Needs): Change<Command, Result> => {
    const call = async (
      command: Command,
      viewer: Viewer,
      options: Call = DEFAULT_CALL,
    ): Promise<Outcome<Result>> => {
      authorise(policy, viewer);
      try {
        return await carryOut(parts, needs, command, viewer, options);
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
        return saveRefusal(needs, options.key, outcome, options.life).catch(refused<Result>);
      }
    };
    return Object.assign(call, { policy });
  };
  return Object.assign(factory, { policy });
}

/** @throws DomainError when the command is refused, RolledBack when it was only checked */
const carryOut = async <Stores, Needs, Command, Prepared, Result>(
  parts: ChangeParts<Stores, Needs, Command, Prepared, Result>,
  needs: PartsNeeds<Stores> & Needs,
  command: Command,
  viewer: Viewer,
  { key, dryRun, problems, life }: Call,
): Promise<Outcome<Result>> => {
  const { prepare, decide, afterwards } = parts;
  const { unitOfWork, clock } = needs;
  const keyInUse = dryRun ? null : key;
  const finished = async (outcome: Outcome<Result>): Promise<Outcome<Result>> => {
    const { result } = outcome;
    const isDone = outcome.replayed && !parts.repeatsAfterwards;
    if (!afterwards || result === null || isDone) return outcome;
    const follow = (signal: AbortSignal) => afterwards(result, { command, viewer, signal }, needs);
    const { afterwardsMs: milliseconds } = parts;
    await runAfterwards(follow, needs.log, { operation: key?.operation, milliseconds });
    return outcome;
  };
  if (prepare && keyInUse) {
    const stored = await needs.idempotencyKeyReads.find(keyInUse, clock.now());
    if (stored) return finished(replayed<Result>(stored));
  }
  if (prepare && problems.length > 0) throw new RolledBack(null);
  const preparing = async (signal: AbortSignal) => prepare?.(command, viewer, needs, signal);
  const prepared = (await (prepare && prepareInTime(preparing, parts.prepareMs))) as Prepared;
  const outcome = await unitOfWork.run(async (stores, { attempt }): Promise<Outcome<Result>> => {
    const now = clock.now();
    const stored = keyInUse && (await stores.idempotencyKeys.claim(keyInUse, now));
    if (stored) return replayed<Result>(stored);
    const result = await decide(command, { stores, attempt, viewer, now }, needs, prepared);
    if (dryRun || problems.length > 0) throw new RolledBack(result);
    if (keyInUse) await stores.idempotencyKeys.saveOutcome(keyInUse, { result, refusals: [] });
    return { result, refusals: [], replayed: false };
  }, life);
  return finished(outcome);
};

/** Saves a refusal in a second unit of work, because the first one was rolled back. */
const saveRefusal = <Stores, Result>(
  { unitOfWork, clock }: ChangeNeeds<Stores>,
  key: IdempotencyKey,
  outcome: Outcome<Result>,
  life: UnitLife | undefined,
): Promise<Outcome<Result>> =>
  unitOfWork.run(async ({ idempotencyKeys }) => {
    const stored = await idempotencyKeys.claim(key, clock.now());
    if (stored) return replayed<Result>(stored);
    await idempotencyKeys.saveOutcome(key, { result: null, refusals: outcome.refusals });
    return outcome;
  }, life);

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
