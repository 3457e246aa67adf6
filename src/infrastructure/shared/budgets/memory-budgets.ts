import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
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
  readonly #used = new RateLimiterMemory({
    points: 1,
    duration: POINTS_WINDOW_MS / 1_000,
    keyPrefix: "",
  });
  readonly #clients: LRUCache<string, true>;

  constructor(maxClients = 20_000) {
    this.#clients = new LRUCache<string, true>({
      max: maxClients,
      dispose: (_, client, reason) => {
        if (reason === "evict") void this.#used.delete(client);
      },
    });
  }

  async use(client: string, points: number): Promise<UsedPoints> {
    this.#clients.set(client, true);
    const { consumedPoints, msBeforeNext } = await this.#used.penalty(client, points);
    return { points: consumedPoints, resetMs: Math.max(0, msBeforeNext) };
  }

  /** Replaces what is known of a client, unless it has been forgotten. */
  async replace(client: string, { points, resetMs }: UsedPoints): Promise<void> {
    if (this.#clients.has(client)) await this.#used.set(client, points, resetMs / 1_000);
  }
}
