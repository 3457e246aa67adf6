import { randomUUID } from "node:crypto";
import type { StoredEvent, Subscriber } from "../../../application/shared/events.js";
import { dueEvents } from "./due-events.js";
import { backoffMs, failureAfter, MAX_ATTEMPTS, shortError } from "./failure.js";
import type { ClaimedEvent, SqlDeliveries } from "./sql-deliveries.js";
import { leaseFor, runUntilAborted, type WorkerNeeds } from "./worker-needs.js";

export interface DeliveryStores {
  readonly deliveries: SqlDeliveries;
}

export interface RelayNeeds<Stores> extends WorkerNeeds<Stores & DeliveryStores> {
  readonly subscribers: readonly Subscriber<Stores>[];
}

/** The keys of events that subscribers have handled together. */
type Handled = ReadonlyMap<object, ReadonlySet<number>>;

/** How many due events are read at a time, and how many of them are claimed. */
const READ_AT_ONCE = 500;
const CLAIMED_AT_ONCE = 50;

/**
 * Delivers stored events at least once, in order per aggregate; each subscriber handles an event
 * once. Several relays may run at the same time.
 */
export class OutboxRelay<Stores> {
  constructor(private readonly needs: RelayNeeds<Stores>) {}

  /** Delivers a batch. @returns whether there may be more to do at once */
  async deliverDue(signal: AbortSignal): Promise<boolean> {
    const { unitOfWork, reads, clock } = this.needs;
    const due = await dueEvents(reads, clock.now(), READ_AT_ONCE);
    const interesting = await this.#interestingTypes(new Set(due.map(({ type }) => type)));
    const subscribed = due.filter(({ type }) => interesting.has(type)).map(({ key }) => key);
    const skipped = due.filter(({ type }) => !interesting.has(type)).map(({ key }) => key);
    if (skipped.length > 0)
      await unitOfWork.run(({ deliveries }) => deliveries.skip(skipped, clock.now()));
    const settled =
      subscribed.length > 0 ? await this.#deliver(subscribed.slice(0, CLAIMED_AT_ONCE), signal) : 0;
    return skipped.length + settled > 0;
  }

  /** The types of events that at least one subscriber wants now. */
  async #interestingTypes(types: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const { unitOfWork, subscribers } = this.needs;
    const interesting = new Set<string>();
    for (const subscriber of subscribers) {
      const own = subscriber.types.filter((type) => types.has(type) && !interesting.has(type));
      if (own.length === 0) continue;
      const isInterested =
        !subscriber.isInterested ||
        (await unitOfWork.run(async (stores) => subscriber.isInterested?.(stores)));
      if (isInterested) for (const type of own) interesting.add(type);
    }
    return interesting;
  }

  /** @returns how many of the events were delivered or have failed */
  async #deliver(keys: readonly number[], signal: AbortSignal): Promise<number> {
    const { unitOfWork, clock } = this.needs;
    const owner = randomUUID();
    const claimed = await unitOfWork.run(({ deliveries }) =>
      deliveries.claim(keys, leaseFor(this.needs, owner), clock.now()),
    );
    const handled = await this.#deliverTogether(claimed, owner);
    const delivered = new Set<number>();
    const halted = new Map<string, "failed" | "lost">();
    await runUntilAborted(claimed, signal, async (event) => {
      if (halted.has(event.aggregateId)) return;
      const outcome = await this.#deliverToAll(event, owner, handled);
      if (outcome === "delivered") delivered.add(event.key);
      else halted.set(event.aggregateId, outcome);
    });
    if (claimed.length > 0) {
      const others = claimed.map(({ key }) => key).filter((key) => !delivered.has(key));
      await unitOfWork.run(({ deliveries }) =>
        deliveries.settle([...delivered], others, owner, clock.now()),
      );
    }
    return delivered.size + [...halted.values()].filter((outcome) => outcome === "failed").length;
  }

  /** @returns what was handled by subscribers that handle events together */
  async #deliverTogether(claimed: readonly ClaimedEvent[], owner: string): Promise<Handled> {
    const handled = new Map<Subscriber<Stores>, ReadonlySet<number>>();
    for (const subscriber of this.needs.subscribers) {
      const own = claimed.filter(({ type }) => subscriber.types.includes(type));
      if (!subscriber.handleTogether || own.length < 2) continue;
      const done = await this.#deliverAllTo(subscriber, own, owner).catch(() => []);
      handled.set(subscriber, new Set(done));
    }
    return handled;
  }

  #deliverAllTo(
    subscriber: Subscriber<Stores>,
    events: readonly ClaimedEvent[],
    owner: string,
  ): Promise<readonly number[]> {
    const { unitOfWork, clock } = this.needs;
    return unitOfWork.run(async (stores) => {
      const [held, unhandled]: [number[], ClaimedEvent[]] = [[], []];
      for (const event of events) {
        if (!(await stores.deliveries.renew(event.key, leaseFor(this.needs, owner)))) continue;
        held.push(event.key);
        if (await stores.deliveries.recordInInbox(subscriber.name, event.id, clock.now()))
          unhandled.push(event);
      }
      if (unhandled.length > 0) await subscriber.handleTogether?.(unhandled, stores);
      return held;
    });
  }

  async #deliverToAll(
    event: ClaimedEvent,
    owner: string,
    handled: Handled,
  ): Promise<"delivered" | "failed" | "lost"> {
    for (const subscriber of this.#subscribersOf(event)) {
      if (handled.get(subscriber)?.has(event.key)) continue;
      try {
        if (!(await this.#deliverTo(subscriber, event, owner))) return "lost";
      } catch (error) {
        await this.#fail(event, owner, subscriber.name, error);
        return "failed";
      }
    }
    return "delivered";
  }

  #subscribersOf({ type }: StoredEvent): readonly Subscriber<Stores>[] {
    return this.needs.subscribers.filter(({ types }) => types.includes(type));
  }

  /**
   * Writes the inbox entry and runs the subscriber in one unit of work, if the lease still holds.
   * @returns false when another relay has claimed the event
   */
  #deliverTo(subscriber: Subscriber<Stores>, event: ClaimedEvent, owner: string): Promise<boolean> {
    const { unitOfWork, clock } = this.needs;
    return unitOfWork.run(async (stores) => {
      if (!(await stores.deliveries.renew(event.key, leaseFor(this.needs, owner)))) return false;
      if (await stores.deliveries.recordInInbox(subscriber.name, event.id, clock.now()))
        await subscriber.handle(event, stores);
      return true;
    });
  }

  async #fail(
    event: ClaimedEvent,
    owner: string,
    subscriber: string,
    error: unknown,
  ): Promise<void> {
    const { unitOfWork, clock, log } = this.needs;
    const attempts = event.attempts + 1;
    const isOver = attempts >= MAX_ATTEMPTS;
    const failure = failureAfter(clock.now(), {
      attempts,
      pauseMs: isOver ? null : backoffMs(attempts),
      lastError: `${subscriber}: ${shortError(error)}`,
    });
    await unitOfWork.run(({ deliveries }) => deliveries.fail(event.key, owner, failure));
    const facts = { event: event.id, kind: event.type, subscriber, count: attempts, error };
    if (isOver) log.error("An event was parked: its delivery has failed too often.", facts);
    else log.warn("An event could not be delivered. It is tried again.", facts);
  }
}
