import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
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
  readonly #used: RateLimiterMemory;
  readonly #clients: LRUCache<string, true>;

  constructor(
    windowMs = POINTS_WINDOW_MS,
    maxClients: number = LIMITS.countedClients.fallback,
    counters: LimitCounters = noLimitCounters,
  ) {
    this.#used = new RateLimiterMemory({ points: 1, duration: windowMs / 1_000, keyPrefix: "" });
    this.#clients = new LRUCache<string, true>({
      max: maxClients,
      dispose: (_, client, reason) => {
        if (reason !== "evict") return;
        counters.reached("countedClients", client);
        void this.#used.delete(client);
      },
    });
  }

  async use(client: string, points: number): Promise<UsedPoints> {
    this.#clients.set(client, true);
    const { consumedPoints, msBeforeNext } = await this.#used.penalty(client, points);
    return { points: consumedPoints, resetMs: Math.max(0, msBeforeNext) };
  }

  /** Counts what other processes know of, too. What this process knows is never forgotten. */
  async raise(client: string, { points, resetMs }: UsedPoints): Promise<void> {
    const own = await this.#used.get(client);
    if (own !== null && points > own.consumedPoints && resetMs > 0)
      await this.#used.set(client, points, resetMs / 1_000);
  }
}
