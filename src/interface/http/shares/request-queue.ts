import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { LimitName, Limits } from "../../../application/shared/limits.js";
import { isBusyLong } from "../../../application/shared/yield-when-long.js";
import { Arrivals } from "./arrivals.js";
import { chooseVisit } from "./choose-visit.js";
import { Pace } from "./pace.js";
import { RequestRefused } from "./request-refused.js";
import { Room } from "./room.js";
import { RunningRequests } from "./running-requests.js";
import { ClientVisits, Visit, type Weight } from "./visit.js";
import { WaitingClock } from "./waiting-clock.js";
import { waitsTooLong } from "./waits-too-long.js";

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

/** How long new connections are accepted before the next request begins. */
const ACCEPTING_MS = 10;
/** From how many waiting clients on it matters, for each request that is worked on. */
const CROWD = 2;
/** How many requests are begun in one round of the event loop when few clients wait. */
const WITHOUT_A_CROWD = 4;
/** How many cheap requests go before another one that waits. */
const CHEAP_IN_A_ROW = 4;

/**
 * Decides which request is worked on next. Cheap ones are first and have a part of the room for
 * themselves, so that a crowd that asks for much keeps nobody from asking for little.
 */
export class RequestQueue {
  readonly #clients = new Map<string, ClientVisits>();
  readonly #waiting = new Set<ClientVisits>();
  readonly #room: Room;
  readonly #running: RunningRequests;
  readonly #pace: Pace;
  #entered = 0;
  #heavyWaiting = 0;
  #cheapInARow = 0;
  #begunInRound = 0;
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
    this.#running = new RunningRequests(room, limits);
    this.#pace = new Pace(limits.requestWaitMs / 2);
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

  /**
   * Waits until work may begin, or is refused with RequestRefused.
   * @returns null when it has begun at once
   */
  begin(visit: Visit, weight: Weight = "usual"): Promise<void> | null {
    if (visit.state === "done") return Promise.reject(new RequestRefused("requests", "everybody"));
    if (visit.state !== "arriving") return null;
    visit.weight = weight;
    if (!this.#mayBeginAtOnce(visit)) return this.#wait(visit);
    this.#start(visit);
    return null;
  }

  /** Gives way to cheaper requests, and waits until work may go on. @throws RequestRefused */
  async becomeHeavy(visit: Visit): Promise<void> {
    if (visit.weight === "heavy" || visit.state !== "running") return;
    if (this.#heavyWaiting >= this.limits.waitingHeavyRequests)
      throw this.#refusal("waitingHeavyRequests", "everybody", visit.client);
    this.#running.remove(visit.weight);
    visit.weight = "heavy";
    await this.#wait(visit);
  }

  /** The work is done. The answer may still be on its way. */
  finish(visit: Visit): void {
    if (visit.state === "waiting") this.#leaveLine(visit);
    if (visit.state === "running") this.#running.remove(visit.weight);
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

  /** Whether those who have requests here use the time of others, and the processor is busy. */
  get isContended(): boolean {
    if (this.#timer === null) this.#room.measure();
    return this.#room.isBusy && this.#clients.size > 1;
  }

  /**
   * Most requests are worked on at once: they come alone. Of those that are read together only the
   * first few are, and only while that does not take long.
   */
  #mayBeginAtOnce({ client, weight }: Visit): boolean {
    return (
      this.#waiting.size === 0 &&
      this.#begunInRound < WITHOUT_A_CROWD &&
      !this.arrivals.areRecent &&
      this.#running.hasRoomFor(weight) &&
      this.#running.hasRoomForClient(client) &&
      !isBusyLong()
    );
  }

  #wait(visit: Visit): Promise<void> {
    const delay = this.#running.limitFor(visit);
    if (delay !== null) this.counters.reached(delay, visit.client.key);
    visit.since = this.clock.now();
    visit.state = "waiting";
    visit.client.waiting[visit.weight].push(visit);
    this.#waiting.add(visit.client);
    if (visit.weight === "heavy") this.#heavyWaiting += 1;
    this.#schedule();
    this.#timer ??= setInterval(() => this.#check(), Room.MEASURED_EVERY_MS).unref();
    return new Promise((resolve, reject) => {
      visit.settle = (refusal) => (refusal ? reject(refusal) : resolve());
    });
  }

  #leaveLine(visit: Visit): void {
    visit.client.remove(visit);
    if (!visit.client.isWaiting) this.#waiting.delete(visit.client);
    if (visit.weight === "heavy") this.#heavyWaiting -= 1;
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
      const next = this.#running.hasRoomFor("cheap") ? this.#next() : null;
      if (next === null) return;
      this.#leaveLine(next);
      this.#start(next);
    }
    this.#schedule();
  }

  #start(visit: Visit): void {
    const { client, settle, weight } = visit;
    if (this.#begunInRound === 0) setImmediate(this.#endRound);
    this.#begunInRound += 1;
    this.#running.add(weight);
    this.#cheapInARow = weight === "cheap" ? this.#cheapInARow + 1 : 0;
    if (!visit.hasBegun) client.begun += 1;
    visit.hasBegun = true;
    visit.state = "running";
    client.servedAt = this.clock.now();
    this.#pace.note(client.servedAt);
    settle?.(null);
  }

  readonly #endRound = (): void => {
    this.#begunInRound = 0;
  };

  #next(): Visit | null {
    const now = this.clock.now();
    const { limits } = this;
    const most = Math.max(CROWD * limits.requestsAtOnce, this.#pace.lately(now));
    const choice = { running: this.#running, limits, isCrowded: this.#waiting.size > most, now };
    const { cheap, other } = chooseVisit(this.#waiting, choice);
    return (this.#cheapInARow < CHEAP_IN_A_ROW ? cheap : null) ?? other ?? cheap;
  }

  /** When the queue is full, the client with the most requests makes room. */
  #makeRoomFor(newcomer: ClientVisits): void {
    const [most] = [...this.#waiting].toSorted((a, b) => b.entered - a.entered);
    const last = most && (most.waiting.usual.at(-1) ?? most.waiting.cheap.at(-1));
    if (!most || !last || most.entered <= newcomer.entered + 1)
      throw this.#refusal("requests", "everybody", newcomer);
    this.#end(last, this.#refusal("requests", "client", most));
  }

  #check(): void {
    this.#room.measure();
    const now = this.clock.now();
    for (const client of this.#waiting)
      for (const visit of client.allWaiting) {
        const tooLong = waitsTooLong(visit, now, this.limits);
        if (tooLong) this.#end(visit, this.#refusal(tooLong.limit, tooLong.by, client));
      }
    this.#schedule();
    if (this.#waiting.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
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
