import type { LimitCounters } from "../../application/shared/limit-counters.js";
import type { Limits } from "../../application/shared/limits.js";
import { MediaBusy } from "../../application/media/ports/pictures.js";
import type { Requester } from "../../application/media/ports/served-images.js";

type Bounds = Pick<
  Limits,
  "drawings" | "clientDrawings" | "waitingDrawings" | "clientWaitingDrawings" | "drawingWaitMs"
>;

interface Drawing {
  readonly key: string;
  readonly work: () => Promise<unknown>;
  readonly waiters: Set<Waiter>;
  isRunning: boolean;
}

interface Waiter {
  readonly client: string;
  readonly drawing: Drawing;
  readonly since: number;
  readonly settle: (outcome: Promise<unknown>) => void;
}

const EXPIRY_CHECK_MS = 250;

/**
 * Draws a few pictures at a time. Clients are served in rotation, so that the first picture of one
 * does not wait for forty of another. The same picture is drawn once, as early as any of the
 * clients that wait for it would get it, and not at all when all of them have left.
 */
export class DrawingQueue {
  readonly #drawings = new Map<string, Drawing>();
  /** Of each client that waits, in the order in which the clients are served next. */
  readonly #lines = new Map<string, Waiter[]>();
  readonly #running = new Map<string, number>();
  #atOnce = 0;
  #waiting = 0;
  #expiry: NodeJS.Timeout | null = null;

  constructor(
    private readonly bounds: Bounds,
    private readonly counters: LimitCounters,
  ) {}

  /**
   * @param key requests with the same key get the result of the same work
   * @throws MediaBusy when too much waits already, and what the work throws
   */
  run<T>(key: string, { client, signal }: Requester, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal.aborted) return reject(new MediaBusy());
      const drawing = this.#drawings.get(key) ?? {
        key,
        work,
        waiters: new Set<Waiter>(),
        isRunning: false,
      };
      const leave = (): void => this.#remove(waiter, Promise.reject(new MediaBusy()));
      const waiter: Waiter = {
        client,
        drawing,
        since: performance.now(),
        settle: (outcome) => {
          signal.removeEventListener("abort", leave);
          // All work of one key has one kind of result.
          (outcome as Promise<T>).then(resolve, reject);
        },
      };
      if (!drawing.isRunning && !this.#hasRoom(waiter)) return reject(new MediaBusy());
      this.#drawings.set(key, drawing);
      drawing.waiters.add(waiter);
      signal.addEventListener("abort", leave, { once: true });
      if (!drawing.isRunning) {
        this.#countDelay(client);
        this.#queue(waiter);
      }
      this.#startNext();
    });
  }

  /** When the queue is full, the client with the longest line gives way to one with a shorter. */
  #hasRoom({ client }: Waiter): boolean {
    const own = this.#lines.get(client)?.length ?? 0;
    if (own >= this.bounds.clientWaitingDrawings) {
      this.counters.reached("clientWaitingDrawings", client);
      return false;
    }
    if (this.#waiting < this.bounds.waitingDrawings) return true;
    const longest = [...this.#lines.values()].reduce<readonly Waiter[]>(
      (a, b) => (b.length > a.length ? b : a),
      [],
    );
    const last = longest.length > own + 1 ? longest.at(-1) : undefined;
    this.counters.reached("waitingDrawings", last?.client ?? client);
    if (last) this.#remove(last, Promise.reject(new MediaBusy()));
    return last !== undefined;
  }

  #countDelay(client: string): void {
    if ((this.#running.get(client) ?? 0) >= this.bounds.clientDrawings)
      this.counters.reached("clientDrawings", client);
    else if (this.#atOnce >= this.bounds.drawings) this.counters.reached("drawings", client);
  }

  #queue(waiter: Waiter): void {
    const line = this.#lines.get(waiter.client) ?? [];
    line.push(waiter);
    this.#lines.set(waiter.client, line);
    this.#waiting += 1;
    this.#expiry ??= setInterval(() => this.#removeExpired(), EXPIRY_CHECK_MS).unref();
  }

  #unqueue(waiter: Waiter): void {
    const line = this.#lines.get(waiter.client) ?? [];
    const index = line.indexOf(waiter);
    if (index < 0) return;
    line.splice(index, 1);
    this.#waiting -= 1;
    if (line.length === 0) this.#lines.delete(waiter.client);
    if (this.#waiting > 0 || this.#expiry === null) return;
    clearInterval(this.#expiry);
    this.#expiry = null;
  }

  #remove(waiter: Waiter, outcome: Promise<never>): void {
    const { drawing } = waiter;
    this.#unqueue(waiter);
    drawing.waiters.delete(waiter);
    if (!drawing.isRunning && drawing.waiters.size === 0) this.#drawings.delete(drawing.key);
    waiter.settle(outcome);
  }

  #removeExpired(): void {
    const before = performance.now() - this.bounds.drawingWaitMs;
    const waiters = [...this.#lines.values()].flat();
    for (const waiter of waiters.filter(({ since }) => since < before)) {
      this.counters.reached("drawingWaitMs", waiter.client);
      this.#remove(waiter, Promise.reject(new MediaBusy()));
    }
  }

  #startNext(): void {
    while (this.#atOnce < this.bounds.drawings) {
      const next = [...this.#lines].find(
        ([client]) => (this.#running.get(client) ?? 0) < this.bounds.clientDrawings,
      );
      const first = next?.[1][0];
      if (!next || !first) return;
      const [client, line] = next;
      this.#lines.delete(client);
      this.#lines.set(client, line);
      this.#start(first.drawing, client);
    }
  }

  #start(drawing: Drawing, client: string): void {
    drawing.isRunning = true;
    for (const waiter of drawing.waiters) this.#unqueue(waiter);
    this.#count(client, 1);
    const outcome = drawing.work();
    const end = (): void => {
      this.#count(client, -1);
      this.#drawings.delete(drawing.key);
      for (const waiter of drawing.waiters) waiter.settle(outcome);
      this.#startNext();
    };
    outcome.then(end, end);
  }

  #count(client: string, change: 1 | -1): void {
    this.#atOnce += change;
    const running = (this.#running.get(client) ?? 0) + change;
    if (running > 0) this.#running.set(client, running);
    else this.#running.delete(client);
  }
}
