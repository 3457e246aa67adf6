import { LRUCache } from "lru-cache";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { LIMITS } from "../../../application/shared/limits.js";
import {
  POINTS_WINDOW_MS,
  type PointBudgets,
  type UsedPoints,
} from "../../../application/shared/point-budgets.js";

/**
 * Used points in the memory of this process. When there are too many clients, those that have
 * asked least recently are forgotten: an attacker has more addresses than the memory has room.
 */
export class MemoryBudgets implements PointBudgets {
  readonly #newClients: () => LRUCache<string, number>;
  #clients: LRUCache<string, number> | undefined;

  constructor(
    windowMs = POINTS_WINDOW_MS,
    maxClients: number = LIMITS.countedClients.fallback,
    counters: LimitCounters = noLimitCounters,
  ) {
    this.#newClients = () =>
      new LRUCache<string, number>({
        max: maxClients,
        ttl: windowMs,
        // The window of a client ends when its first points are over, whatever it uses meanwhile.
        noUpdateTTL: true,
        // Looks at the clock each time, without timers.
        ttlResolution: 0,
        perf: { now: () => performance.now() },
        dispose: (_, client, reason) => {
          if (reason === "evict") counters.reached("countedClients", client);
        },
      });
  }

  /** Made for the first client: it takes the memory of all clients at once. */
  get #used(): LRUCache<string, number> {
    return (this.#clients ??= this.#newClients());
  }

  use(client: string, points: number): UsedPoints {
    const used = (this.#used.get(client) ?? 0) + points;
    this.#used.set(client, used);
    return { points: used, resetMs: Math.max(0, this.#used.getRemainingTTL(client)) };
  }

  /** Counts what other processes know of, too. What this process knows is never forgotten. */
  raise(client: string, { points, resetMs }: UsedPoints): void {
    const own = this.#used.get(client);
    if (own !== undefined && points > own && resetMs > 0)
      this.#used.set(client, points, { ttl: resetMs, noUpdateTTL: false });
  }
}
