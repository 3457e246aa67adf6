import {
  BrokenCircuitError,
  BulkheadRejectedError,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
} from "cockatiel";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import type { Log } from "../../../application/shared/log.js";
import {
  CallEnded,
  type CallEnd,
  type OutsideCall,
  type OutsideCalls,
  type ServiceHealth,
} from "../../../application/shared/outside-calls.js";
import { Outage, OutsideService, type ServiceLimits } from "./outside-service.js";
import { untilAborted } from "./until-aborted.js";

/** How often one call is sent again at most. */
const REPETITIONS = 2;
const BACKOFF = new ExponentialBackoff({ initialDelay: 50, maxDelay: 1_000 });

/** What is known of a call that is running. */
interface Running {
  /** Aborted by the caller, or at the end of the process. */
  readonly ended: AbortController;
  /** How often it was sent. */
  sent: number;
  /** What the last one that was sent has thrown; null when none has. */
  failure: { readonly error: unknown } | null;
}

/** Calls services with a deadline, few at once, again when that is safe, and not while they fail. */
export class CockatielCalls implements OutsideCalls {
  readonly #services = new Map<string, OutsideService>();
  readonly #running = new Set<AbortController>();
  #isStopped = false;

  constructor(
    private readonly limits: ServiceLimits,
    private readonly log: Log,
    private readonly counters: LimitCounters = noLimitCounters,
  ) {}

  async call<Answer>(call: OutsideCall<Answer>): Promise<Answer> {
    const service = this.#serviceNamed(call.service);
    const running: Running = { ended: new AbortController(), sent: 0, failure: null };
    const { ended } = running;
    const end = (): void => ended.abort();
    if (this.#isStopped || call.signal?.aborted) end();
    call.signal?.addEventListener("abort", end, { once: true });
    this.#running.add(ended);
    try {
      service.repetitions.noteCall();
      return await this.#inTime(service, call, running);
    } catch (error) {
      throw this.#reasonOf(error, call.service, running);
    } finally {
      this.#running.delete(ended);
      call.signal?.removeEventListener("abort", end);
    }
  }

  /** The services that were called, by name. */
  health(): readonly ServiceHealth[] {
    return [...this.#services.values()].map(({ health }) => health);
  }

  /** Ends all calls, and all that are made from now on. */
  stop(): void {
    this.#isStopped = true;
    for (const ended of this.#running) ended.abort();
  }

  #serviceNamed(name: string): OutsideService {
    const known = this.#services.get(name);
    if (known) return known;
    const service = new OutsideService(name, this.limits, this.counters, this.log);
    this.#services.set(name, service);
    return service;
  }

  #inTime<Answer>(
    service: OutsideService,
    call: OutsideCall<Answer>,
    running: Running,
  ): Promise<Answer> {
    const deadline = timeout(call.deadlineMs, TimeoutStrategy.Aggressive);
    return deadline.execute(({ signal }) => {
      if (service.slots.executionSlots === 0)
        this.counters.reached(
          service.slots.queueSlots === 0 ? "outsideWaiting" : "outsideCalls",
          call.service,
        );
      return service.slots.execute(() => this.#repeatedly(service, call, running, signal), signal);
    }, running.ended.signal);
  }

  #repeatedly<Answer>(
    service: OutsideService,
    call: OutsideCall<Answer>,
    running: Running,
    signal: AbortSignal,
  ): Promise<Answer> {
    const mayRepeat = (thrown: Error): boolean => {
      const error: unknown = thrown instanceof Outage ? thrown.cause : thrown;
      return (
        !signal.aborted &&
        !isFromHere(error) &&
        running.sent <= REPETITIONS &&
        call.mayRepeat?.(error) === true &&
        service.repetitions.take()
      );
    };
    return retry(handleWhen(mayRepeat), { maxAttempts: REPETITIONS, backoff: BACKOFF }).execute(
      () => this.#once(service, call, running, signal),
      signal,
    );
  }

  async #once<Answer>(
    service: OutsideService,
    call: OutsideCall<Answer>,
    running: Running,
    signal: AbortSignal,
  ): Promise<Answer> {
    if (signal.aborted) throw new TaskCancelledError();
    // Cockatiel would let the others wait for the one that tries.
    if (service.state === "HALF_OPEN") throw new BrokenCircuitError();
    return service.breaker.execute(async () => {
      running.sent += 1;
      try {
        return await untilAborted(() => call.send(signal), signal);
      } catch (error) {
        if (!signal.aborted) running.failure = { error };
        throw this.#isOutage(service, call, running, error) ? new Outage(error) : error;
      }
    });
  }

  #isOutage<Answer>(
    { state }: OutsideService,
    call: OutsideCall<Answer>,
    { ended }: Running,
    error: unknown,
  ): boolean {
    // An ended call tells nothing about the service. One that was to try it leaves it as it was.
    if (ended.signal.aborted) return state === "HALF_OPEN";
    return error instanceof TaskCancelledError || (call.isOutage?.(error) ?? true);
  }

  #reasonOf(thrown: unknown, name: string, { ended, sent, failure }: Running): unknown {
    const error: unknown = thrown instanceof Outage ? thrown.cause : thrown;
    const endedBy = (end: CallEnd): CallEnded => new CallEnded(name, end, sent > 0);
    if (ended.signal.aborted) return endedBy("ABORTED");
    if (error instanceof TaskCancelledError) return endedBy("TIMED_OUT");
    if (error instanceof BulkheadRejectedError) return endedBy("TOO_MANY");
    if (!(error instanceof BrokenCircuitError)) return error;
    // What has made the service be left alone says more than that it is.
    if (failure !== null) return failure.error;
    this.counters.reached("outsidePauseMs", name);
    return endedBy("LEFT_ALONE");
  }
}

const isFromHere = (error: unknown): boolean =>
  error instanceof TaskCancelledError || error instanceof BrokenCircuitError;
