import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import { isUsual, type LimitName } from "../../../application/shared/limits.js";
import type { Log } from "../../../application/shared/log.js";

interface Reached {
  count: number;
  readonly byClient: Map<string, number>;
}

/** Further clients are counted together: an attacker has more addresses than the memory has room. */
const MOST_CLIENTS = 1_000;
/** A burst is one line. */
const FIRST_LINE_MS = 1_000;

/**
 * Counts how often each limit was reached, and writes a line for each at most every `everyMs`
 * milliseconds: how often, and by whom most. What is reached in ordinary operation is information.
 */
export class LoggedLimits implements LimitCounters {
  readonly #reached = new Map<LimitName, Reached>();
  #timer: NodeJS.Timeout | null = null;
  #writtenAt = -Infinity;

  constructor(
    private readonly log: Log,
    private readonly everyMs = 60_000,
  ) {}

  reached(limit: LimitName, who = "(unknown)"): void {
    const known = this.#reached.get(limit) ?? { count: 0, byClient: new Map<string, number>() };
    known.count += 1;
    if (known.byClient.size < MOST_CLIENTS || known.byClient.has(who))
      known.byClient.set(who, (known.byClient.get(who) ?? 0) + 1);
    this.#reached.set(limit, known);
    this.#timer ??= setTimeout(
      () => this.flush(),
      Math.max(FIRST_LINE_MS, this.#writtenAt + this.everyMs - performance.now()),
    ).unref();
  }

  /** Writes what has been counted, also when a server stops. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#reached.size > 0) this.#writtenAt = performance.now();
    for (const [limit, { count, byClient }] of this.#reached) {
      const [peer, most] = [...byClient].reduce((a, b) => (b[1] > a[1] ? b : a));
      const facts = { limit, count, clients: byClient.size, peer, most };
      if (isUsual(limit)) this.log.info("A limit was reached.", facts);
      else this.log.warn("A limit was reached.", facts);
    }
    this.#reached.clear();
  }
}
