import { TimeLimit } from "../../../application/shared/time-limit.js";
import { StoreUnavailable, type UnitLife } from "../../../application/shared/unit-of-work.js";

interface Waiting {
  readonly enter: () => void;
  readonly fail: (reason: Error) => void;
}

interface SemaphoreLimits {
  readonly permits: number;
  /** How long to wait for a permit, in milliseconds. */
  readonly patienceMs: number;
  /** How many may wait. */
  readonly waiting: number;
  /** What is reported when the wait takes too long, and when too many wait. */
  readonly reasons: { readonly late: string; readonly full: string };
  /** Counts both. */
  readonly reached?: (why: "late" | "full") => void;
}

/** Permits for so many at a time, given in the order of arrival. */
export class Semaphore {
  #free: number;
  readonly #queue = new Set<Waiting>();
  readonly #waits: TimeLimit<Waiting>;

  constructor(private readonly limits: SemaphoreLimits) {
    this.#free = limits.permits;
    this.#waits = new TimeLimit(limits.patienceMs, (waiting) => {
      limits.reached?.("late");
      waiting.fail(new StoreUnavailable(limits.reasons.late));
    });
  }

  /**
   * Waits for a permit, which `leave` gives back.
   * @throws StoreUnavailable when the wait takes too long, or too many wait already, or nobody
   * waits for the answer any more
   */
  enter(life?: UnitLife): Promise<void> {
    if (life?.ended) throw life.ended;
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    if (this.#queue.size >= this.limits.waiting) {
      this.limits.reached?.("full");
      throw new StoreUnavailable(this.limits.reasons.full);
    }
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.#queue.delete(waiting);
        this.#waits.end(waiting);
        forget?.();
      };
      const waiting: Waiting = {
        enter: () => {
          end();
          resolve();
        },
        fail: (reason) => {
          end();
          reject(reason);
        },
      };
      this.#queue.add(waiting);
      this.#waits.begin(waiting);
      const forget = life?.onEnd(() => life.ended && waiting.fail(life.ended));
    });
  }

  /** Whether a permit is waited for. */
  get isAwaited(): boolean {
    return this.#queue.size > 0;
  }

  leave(): void {
    const [next] = this.#queue;
    if (next) next.enter();
    else this.#free += 1;
  }
}
