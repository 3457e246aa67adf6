import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { Limits } from "../../../application/shared/limits.js";
import {
  POINTS_WINDOW_MS,
  type PointBudgets,
  type UsedPoints,
} from "../../../application/shared/point-budgets.js";
import type { ChargeState } from "../../graphql/execution/charge.js";
import { RateLimited } from "../../../application/shared/rate-limited.js";
import type { KnownDocuments } from "./known-documents.js";
import type { RequestQueue } from "./request-queue.js";
import { RequestRefused } from "./request-refused.js";
import type { Visit } from "./visit.js";

/** What the requests of a server share. */
export interface Shared {
  readonly limits: Limits;
  readonly queue: RequestQueue;
  readonly budgets: PointBudgets;
  readonly documents: KnownDocuments;
  readonly counters: LimitCounters;
}

/** A client, and the limit of its points. */
export interface Sharer {
  readonly client: string;
  readonly budget: "clientPoints" | "machinePoints";
}

/** Every request costs something, also one that is refused. */
const REQUEST_POINTS = 1;
/** Parsing, validating and compiling a document. */
const POINTS_PER_CHARACTER = 0.2;

/** What a client has, and what is left of it, in points. */
export interface Budget {
  readonly limit: number;
  readonly remaining: number;
  readonly restoredPerSecond: number;
  /** When all of it is back. */
  readonly resetMs: number;
}

/** One request, and the share of its client. */
export class RequestShare {
  #used: UsedPoints = { points: 0, resetMs: 0 };
  #document: unknown = null;
  #isAnswered = false;
  #isWorking = false;
  #hasLeft = false;

  readonly #visit: Visit;

  /** @throws RequestRefused when there are too many requests already */
  constructor(
    private readonly shared: Shared,
    private readonly sharer: Sharer,
  ) {
    this.#visit = shared.queue.enter(sharer.client);
    this.#use(REQUEST_POINTS);
  }

  /** Waits until a long body may be parsed; null when it may at once. */
  begin(): Promise<void> | null {
    return this.shared.queue.begin(this.#visit);
  }

  /** Works on the request when it may. @throws RequestRefused */
  async work<T>(document: unknown, answer: () => Promise<T>): Promise<T> {
    const { queue, documents } = this.shared;
    const wait = queue.begin(this.#visit, documents.weightOf(document));
    if (wait) await wait;
    const newLength = documents.newLength(document);
    if (newLength > 0) await this.#spend(Math.ceil(newLength * POINTS_PER_CHARACTER), true);
    this.#document = document;
    this.#isWorking = true;
    try {
      return await answer();
    } finally {
      this.#isWorking = false;
      queue.finish(this.#visit);
      if (this.#isAnswered) this.leave();
    }
  }

  /**
   * Takes the points of the document. Waits when it is heavy and others are.
   * @throws RateLimited when the client has used its points up, and others need the time
   */
  async charge(points: number): Promise<ChargeState> {
    this.shared.documents.learn(this.#document, points);
    try {
      await this.#spend(points, points >= this.shared.limits.heavyPoints);
      if (!this.budget) return null;
      const { remaining, restoredPerSecond } = this.budget;
      return { remaining, restoredPerSecond };
    } catch (error) {
      if (error instanceof RequestRefused) throw new RateLimited(error.retryAfterMs);
      throw error;
    }
  }

  get client(): string {
    return this.sharer.client;
  }

  /** What is left to the client; null without a limit. */
  get budget(): Budget | null {
    const limit = this.shared.limits[this.sharer.budget];
    if (!Number.isFinite(limit)) return null;
    return {
      limit,
      remaining: Math.max(0, limit - this.#used.points),
      restoredPerSecond: Math.floor(limit / (POINTS_WINDOW_MS / 1_000)),
      resetMs: this.#used.resetMs,
    };
  }

  /** The answer has left, or the client has. What has begun goes on. */
  leave(): void {
    this.#isAnswered = true;
    if (this.#hasLeft || (this.#isWorking && this.#visit.state === "running")) return;
    this.#hasLeft = true;
    this.shared.queue.leave(this.#visit);
  }

  async #spend(points: number, isHeavy: boolean): Promise<void> {
    const { limits, queue, counters } = this.shared;
    const { budget } = this.sharer;
    const { client } = this.#visit;
    if (isHeavy) counters.reached("heavyPoints", client.key);
    // A client may use more than its share, unless others need the time.
    if (isHeavy && client.points >= limits[budget] && queue.isContended) {
      counters.reached(budget, client.key);
      throw new RequestRefused(budget, "client", this.#used.resetMs);
    }
    this.#use(points);
    if (isHeavy) await queue.becomeHeavy(this.#visit);
  }

  #use(points: number): void {
    this.#used = this.shared.budgets.use(this.sharer.client, points);
    this.#visit.client.points = this.#used.points;
  }
}
