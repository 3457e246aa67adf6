/** Rounds of the event loop that a connection needs from its arrival to its first request. */
const ROUNDS = 2;

/**
 * Notices connections that arrive. Node accepts one in each round of the event loop, so while they
 * arrive, rounds have to be short; otherwise the last of a hundred would wait for a hundred requests.
 */
export class Arrivals {
  #recent = 0;

  note(): void {
    this.#recent = ROUNDS;
  }

  get areRecent(): boolean {
    return this.#recent > 0;
  }

  /** Whether one has arrived in the last rounds. To be asked once in each round. */
  pass(): boolean {
    if (this.#recent === 0) return false;
    this.#recent -= 1;
    return true;
  }
}
