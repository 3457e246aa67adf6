const MOST = 10;
const PER_CALL = 0.1;

/**
 * How many repetitions a service is sent: ten, and one for every ten calls, so that a service that
 * is overloaded does not get several times its load.
 */
export class RetryBudget {
  #left = MOST;

  noteCall(): void {
    this.#left = Math.min(MOST, this.#left + PER_CALL);
  }

  /** Whether another call may be repeated. */
  take(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
