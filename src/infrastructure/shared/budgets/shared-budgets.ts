import { RateLimiterRedis } from "rate-limiter-flexible";
import type { Redis } from "ioredis";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { LIMITS } from "../../../application/shared/limits.js";
import type { Log } from "../../../application/shared/log.js";
import { OTHER_LIMITS } from "../../../application/shared/other-limits.js";
import {
  POINTS_WINDOW_MS,
  type PointBudgets,
  type UsedPoints,
} from "../../../application/shared/point-budgets.js";
import { MemoryBudgets } from "./memory-budgets.js";

/** How often points are sent. Until then other processes do not know of them. */
const SENT_EVERY_MS = 100;
/** How long the first connection may take before the log reports that there is none. */
const PATIENCE_MS = 3_000;
/** Further clients are not shared in this interval; their points count in this process only. */
const MOST_CLIENTS_SENT = OTHER_LIMITS.sharedClients.fallback;

export interface BudgetOptions {
  readonly windowMs?: number;
  /** How many clients are counted at the same time. */
  readonly clients?: number;
  readonly counters?: LimitCounters;
}

/**
 * Used points in the memory of this process, and in Redis what all processes together know. A
 * request never waits for Redis: points are sent afterwards, many at once, and the sums that come
 * back raise what this process knows. Without Redis each process counts for itself.
 */
export class SharedBudgets implements PointBudgets {
  readonly #own: MemoryBudgets;
  readonly #counters: LimitCounters;
  readonly #limiter: RateLimiterRedis;
  #unsent = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #isShared = true;
  #patientUntil = performance.now() + PATIENCE_MS;

  constructor(
    private readonly redis: Redis,
    private readonly log: Log,
    {
      windowMs = POINTS_WINDOW_MS,
      clients = LIMITS.countedClients.fallback,
      counters = noLimitCounters,
    }: BudgetOptions = {},
  ) {
    this.#counters = counters;
    this.#own = new MemoryBudgets(windowMs, clients, counters);
    this.#limiter = new RateLimiterRedis({
      storeClient: redis,
      rejectIfRedisNotReady: true,
      points: 1,
      duration: windowMs / 1_000,
      keyPrefix: "plinth:points",
    });
  }

  use(client: string, points: number): UsedPoints {
    const unsent = this.#unsent.get(client);
    if (unsent !== undefined || this.#unsent.size < MOST_CLIENTS_SENT)
      this.#unsent.set(client, (unsent ?? 0) + points);
    else this.#counters.reached("sharedClients", client);
    if (this.#timer === null) this.#sendSoon();
    return this.#own.use(client, points);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.redis.disconnect();
  }

  async #send(): Promise<void> {
    if (this.redis.status === "ready") this.#patientUntil = 0;
    if (performance.now() < this.#patientUntil) return this.#sendSoon();
    const sent = this.#unsent;
    this.#unsent = new Map();
    const answers = await Promise.allSettled(
      [...sent].map(async ([client, points]) => {
        const { consumedPoints, msBeforeNext } = await this.#limiter.penalty(client, points);
        this.#own.raise(client, {
          points: consumedPoints + (this.#unsent.get(client) ?? 0),
          resetMs: msBeforeNext,
        });
      }),
    );
    this.#report(answers.find(({ status }) => status === "rejected"));
    this.#timer = null;
    if (this.#unsent.size > 0) this.#sendSoon();
  }

  #sendSoon(): void {
    this.#timer = setTimeout(() => void this.#send(), SENT_EVERY_MS).unref();
  }

  #report(failed: PromiseSettledResult<void> | undefined): void {
    if (failed?.status === "rejected" && this.#isShared) {
      // Commands to a server that hangs would pile up on its connection.
      if (this.redis.status === "ready") this.redis.disconnect(true);
      this.log.warn(
        "Redis does not answer. Until it does, each process counts the points of clients for itself.",
        { error: failed.reason },
      );
    }
    if (!failed && !this.#isShared)
      this.log.info("Redis answers. Points of clients are shared between processes again.");
    this.#isShared = !failed;
  }
}
