import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type BulkheadPolicy,
  type CircuitBreakerPolicy,
} from "cockatiel";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { Limits } from "../../../application/shared/limits.js";
import type { Log } from "../../../application/shared/log.js";
import type { ServiceHealth, ServiceState } from "../../../application/shared/outside-calls.js";
import { RetryBudget } from "./retry-budget.js";

export type ServiceLimits = Pick<
  Limits,
  "outsideCalls" | "outsideWaiting" | "outsideFailures" | "outsidePauseMs"
>;

/** Of an error that tells that a service is out of order. */
export class Outage extends Error {
  constructor(override readonly cause: unknown) {
    super("A service outside is out of order.");
    this.name = "Outage";
  }
}

const STATES: Readonly<Record<CircuitState, ServiceState>> = {
  [CircuitState.Closed]: "CLOSED",
  [CircuitState.Open]: "OPEN",
  [CircuitState.HalfOpen]: "HALF_OPEN",
  [CircuitState.Isolated]: "OPEN",
};

/** One service outside: what is known of it, and what its calls share. */
export class OutsideService {
  readonly breaker: CircuitBreakerPolicy;
  readonly slots: BulkheadPolicy;
  readonly repetitions = new RetryBudget();
  #since = new Date();

  constructor(
    private readonly name: string,
    private readonly limits: ServiceLimits,
    private readonly counters: LimitCounters,
    private readonly log: Log,
  ) {
    this.slots = bulkhead(limits.outsideCalls, limits.outsideWaiting);
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof Outage),
      {
        breaker: new ConsecutiveBreaker(limits.outsideFailures),
        halfOpenAfter: limits.outsidePauseMs,
      },
    );
    this.breaker.onStateChange(() => (this.#since = new Date()));
    this.#logChanges();
  }

  get state(): ServiceState {
    return STATES[this.breaker.state];
  }

  get health(): ServiceHealth {
    return {
      service: this.name,
      state: this.state,
      since: this.#since,
      running: this.limits.outsideCalls - this.slots.executionSlots,
      waiting: this.limits.outsideWaiting - this.slots.queueSlots,
    };
  }

  #logChanges(): void {
    const facts = { service: this.name };
    this.breaker.onBreak((reason) => {
      this.counters.reached("outsideFailures", this.name);
      const error = "error" in reason ? reason.error.cause : undefined;
      this.log.error("A service outside fails. It is left alone for a while.", { ...facts, error });
    });
    this.breaker.onHalfOpen(() =>
      this.log.info("A service outside is tried again, by one call.", facts),
    );
    this.breaker.onReset(() => this.log.info("A service outside answers again.", facts));
  }
}
