import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { LimitName, Limits } from "../../../application/shared/limits.js";
import { Arrivals } from "./arrivals.js";
import { delayingLimit } from "./delaying-limit.js";
import { RequestRefused } from "./request-refused.js";
import { Room } from "./room.js";
import { ClientVisits, Visit } from "./visit.js";
import { WaitingClock } from "./waiting-clock.js";

export type QueueLimits = Pick<
  Limits,
  | "requests"
  | "requestsAtOnce"
  | "heavyRequestsAtOnce"
  | "waitingHeavyRequests"
  | "requestWaitMs"
  | "clientRequests"
  | "clientRequestsAtOnce"
  | "clientWaitMs"
>;

/** A client that has waited longer is too late to be answered in good time. */
const FRESH_MS = 25;
/** How long new connections are accepted before the next request begins. */
const ACCEPTING_MS = 10;
/** From how many waiting clients on it matters, for each request that is worked on. */
const CROWD = 2;
/** How many requests are begun in one round of the event loop when few clients wait. */
const WITHOUT_A_CROWD = 4;
/** What a request is taken for until its points are known. */
const USUAL_POINTS = 200;

/**
 * Decides which request is worked on next: one of the client that has used the fewest points
 * lately. While more clients wait than can be answered in good time, those that have just come are
 * first, and the others are refused in the end; otherwise all would be late.
 */
export class RequestQueue {
  readonly #clients = new Map<string, ClientVisits>();
  readonly #waiting = new Set<ClientVisits>();
  readonly #room: Room;
  #entered = 0;
  #running = 0;
  #heavy = 0;
  #heavyWaiting = 0;
  #isScheduled = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly limits: QueueLimits,
    private readonly counters: LimitCounters,
    room = new Room(limits.requestsAtOnce),
    private readonly arrivals = new Arrivals(),
    private readonly clock = new WaitingClock(),
  ) {
    this.#room = room;
  }

  /** @throws RequestRefused when there are too many already */
  enter(key: string): Visit {
    const client = this.#clients.get(key) ?? new ClientVisits(key, this.clock.now());
    if (client.entered >= this.limits.clientRequests)
      throw this.#refusal("clientRequests", "client", client);
    if (this.#entered >= this.limits.requests) this.#makeRoomFor(client);
    this.#clients.set(key, client);
    client.entered += 1;
    this.#entered += 1;
    return new Visit(client);
  }

  /** Waits until work may begin. @throws RequestRefused */
  async begin(visit: Visit): Promise<void> {
    if (visit.state === "done") throw new RequestRefused("requests", "everybody");
    if (visit.state === "arriving") await this.#wait(visit);
  }

  /** Gives way to cheaper requests, and waits until work may go on. @throws RequestRefused */
  async becomeHeavy(visit: Visit): Promise<void> {
    if (visit.isHeavy || visit.state !== "running") return;
    if (this.#heavyWaiting >= this.limits.waitingHeavyRequests)
      throw this.#refusal("waitingHeavyRequests", "everybody", visit.client);
    this.#running -= 1;
    visit.isHeavy = true;
    await this.#wait(visit);
  }

  /** The work is done. The answer may still be on its way. */
  finish(visit: Visit): void {
    if (visit.state === "waiting") this.#leaveLine(visit);
    if (visit.state === "running") this.#running -= 1;
    if (visit.state === "running" && visit.isHeavy) this.#heavy -= 1;
    if (visit.hasBegun) visit.client.begun -= 1;
    visit.hasBegun = false;
    visit.state = "done";
    this.#schedule();
  }

  /** The answer has left, or the client has. */
  leave(visit: Visit): void {
    const { client } = visit;
    if (visit.state !== "done") this.#end(visit, new RequestRefused("requests", "everybody"));
    client.entered -= 1;
    this.#entered -= 1;
    if (client.entered === 0) this.#clients.delete(client.key);
  }

  /** Whether a client uses the time of others: they have requests here, and the processor is busy. */
  isContended(client: ClientVisits): boolean {
    if (this.#timer === null) this.#room.measure();
    return this.#room.isBusy && [...this.#clients.keys()].some((key) => key !== client.key);
  }

  #wait(visit: Visit): Promise<void> {
    const delay = delayingLimit(visit, this.limits, this.#running, this.#heavy);
    if (delay !== null) this.counters.reached(delay, visit.client.key);
    visit.since = this.clock.now();
    visit.state = "waiting";
    visit.client.lineOf(visit).push(visit);
    this.#waiting.add(visit.client);
    if (visit.isHeavy) this.#heavyWaiting += 1;
    this.#schedule();
    this.#timer ??= setInterval(() => this.#check(), Room.MEASURED_EVERY_MS).unref();
    return new Promise((resolve, reject) => {
      visit.settle = (refusal) => (refusal ? reject(refusal) : resolve());
    });
  }

  #leaveLine(visit: Visit): void {
    visit.client.remove(visit);
    if (!visit.client.isWaiting) this.#waiting.delete(visit.client);
    if (visit.isHeavy) this.#heavyWaiting -= 1;
  }

  /**
   * A request on the embedded store is answered without a break. So when many clients wait one is
   * begun at a time, and between two of them those that have arrived are read: the order is ours,
   * not that of sockets. Without a crowd a few are begun together, because rounds cost time.
   */
  #schedule(): void {
    if (this.#isScheduled || this.#waiting.size === 0) return;
    this.#isScheduled = true;
    setImmediate(() => this.#beginNext(performance.now()));
  }

  #beginNext(since: number): void {
    const isArriving = this.arrivals.pass();
    if (isArriving && performance.now() - since < ACCEPTING_MS) {
      setImmediate(() => this.#beginNext(since));
      return;
    }
    this.#isScheduled = false;
    const isCrowded = isArriving || this.#waiting.size > this.limits.requestsAtOnce;
    const most = isCrowded ? 1 : WITHOUT_A_CROWD;
    for (let begun = 0; begun < most; begun += 1) {
      const next = this.#running < Math.floor(this.#room.size) ? this.#next() : null;
      if (next === null) return;
      this.#start(next);
    }
    this.#schedule();
  }

  #start(visit: Visit): void {
    const { client, settle } = visit;
    this.#leaveLine(visit);
    this.#running += 1;
    if (visit.isHeavy) this.#heavy += 1;
    if (!visit.hasBegun) client.begun += 1;
    visit.hasBegun = true;
    visit.state = "running";
    client.servedAt = this.clock.now();
    settle?.(null);
  }

  #next(): Visit | null {
    const now = this.clock.now();
    const isCrowded = this.#waiting.size > CROWD * this.limits.requestsAtOnce;
    let best: Visit | null = null;
    let [bestLate, bestPoints] = [true, Infinity];
    for (const client of this.#waiting) {
      const visit = this.#nextOf(client);
      if (!visit) continue;
      const late = isCrowded && now - Math.max(visit.since, client.servedAt) > FRESH_MS;
      const points = client.points + USUAL_POINTS * client.begun;
      const isBefore =
        best === null ||
        (late === bestLate
          ? points < bestPoints || (points === bestPoints && visit.since < best.since)
          : bestLate);
      if (isBefore) [best, bestLate, bestPoints] = [visit, late, points];
    }
    return best;
  }

  #nextOf({ begun, waiting, waitingHeavy }: ClientVisits): Visit | undefined {
    const { limits } = this;
    const times = this.#room.isExtended ? this.#room.size / this.#room.least : 1;
    if (waiting[0] && begun < limits.clientRequestsAtOnce * times) return waiting[0];
    return this.#heavy < limits.heavyRequestsAtOnce * times ? waitingHeavy[0] : undefined;
  }

  /** When the queue is full, the client with the most requests makes room. */
  #makeRoomFor(newcomer: ClientVisits): void {
    const [most] = [...this.#waiting].toSorted((a, b) => b.entered - a.entered);
    const last = most?.waiting.at(-1);
    if (!most || !last || most.entered <= newcomer.entered + 1)
      throw this.#refusal("requests", "everybody", newcomer);
    this.#end(last, this.#refusal("requests", "client", most));
  }

  #check(): void {
    this.#room.measure();
    const now = this.clock.now();
    for (const client of this.#waiting)
      for (const visit of [...client.waiting, ...client.waitingHeavy]) {
        const refusal = this.#refusalOf(visit, now);
        if (refusal) this.#end(visit, refusal);
      }
    this.#schedule();
    if (this.#waiting.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #refusalOf({ since, client, isHeavy }: Visit, now: number): RequestRefused | null {
    const { requestWaitMs, clientWaitMs } = this.limits;
    if (now - since > clientWaitMs)
      return this.#refusal(
        "clientWaitMs",
        client.servedAt > since ? "client" : "everybody",
        client,
      );
    return !isHeavy && now - Math.max(since, client.servedAt) > requestWaitMs
      ? this.#refusal("requestWaitMs", "everybody", client)
      : null;
  }

  #refusal(limit: LimitName, by: RequestRefused["by"], { key }: ClientVisits): RequestRefused {
    this.counters.reached(limit, key);
    return new RequestRefused(limit, by);
  }

  #end(visit: Visit, refusal: RequestRefused): void {
    const { settle } = visit;
    this.finish(visit);
    settle?.(refusal);
  }
}
