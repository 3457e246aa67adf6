import { randomUUID } from "node:crypto";
import type { Clock } from "../../application/shared/clock.js";
import type { Subscriber } from "../../application/shared/events.js";
import type { Log } from "../../application/shared/log.js";
import type { UnitOfWork } from "../../application/shared/unit-of-work.js";
import { dueEvents } from "./due-events.js";
import { backoffMs, MOST_ATTEMPTS, shortError } from "./failures.js";
import type { Lease } from "./leases.js";
import type { ReadSource } from "./read-source.js";
import type { ClaimedEvent, TypeormDeliveries } from "./typeorm-deliveries.js";

export interface DeliveryStores {
  readonly deliveries: TypeormDeliveries;
}

export interface RelayNeeds<Stores> {
  readonly unitOfWork: UnitOfWork<Stores & DeliveryStores>;
  readonly reads: Pick<ReadSource, "query">;
  readonly subscribers: readonly Subscriber<Stores>[];
  readonly clock: Clock;
  readonly log: Log;
  /** After how many milliseconds the events of a relay that died go to another one. */
  readonly leaseMs: number;
}

/** How many events are looked at, and how many of them are claimed, at a time. */
const LOOK = 500;
const BATCH = 50;

/** Delivers stored events: at least once, in order per aggregate, each subscriber once. Relays may run side by side. */
export class OutboxRelay<Stores> {
  readonly #wanted: ReadonlySet<string>;

  constructor(private readonly needs: RelayNeeds<Stores>) {
    this.#wanted = new Set(needs.subscribers.flatMap(({ types }) => types));
  }

  /** Delivers a batch. @returns whether there may be more to do just now */
  async pass(signal: AbortSignal): Promise<boolean> {
    const due = await dueEvents(this.needs.reads, this.needs.clock.now(), LOOK);
    const unwanted = due.filter(({ type }) => !this.#wanted.has(type)).map(({ key }) => key);
    const wanted = due.filter(({ type }) => this.#wanted.has(type)).map(({ key }) => key);
    if (unwanted.length > 0)
      await this.needs.unitOfWork.run(({ deliveries }) =>
        deliveries.pass(unwanted, this.needs.clock.now()),
      );
    const settled = wanted.length > 0 ? await this.#deliver(wanted.slice(0, BATCH), signal) : 0;
    return unwanted.length + settled > 0;
  }

  /** @returns how many of the events are done with, for now or for ever */
  async #deliver(keys: readonly number[], signal: AbortSignal): Promise<number> {
    const { unitOfWork, clock } = this.needs;
    const owner = randomUUID();
    const claimed = await unitOfWork.run(({ deliveries }) =>
      deliveries.claim(keys, this.#lease(owner), clock.now()),
    );
    const delivered = new Set<number>();
    const halted = new Map<string, "failed" | "lost">();
    for (const event of claimed) {
      if (signal.aborted) break;
      if (halted.has(event.aggregateId)) continue;
      const outcome = await this.#offer(event, owner);
      if (outcome === "delivered") delivered.add(event.key);
      else halted.set(event.aggregateId, outcome);
    }
    if (claimed.length > 0) {
      const others = claimed.map(({ key }) => key).filter((key) => !delivered.has(key));
      await unitOfWork.run(({ deliveries }) =>
        deliveries.settle([...delivered], others, owner, clock.now()),
      );
    }
    return delivered.size + [...halted.values()].filter((outcome) => outcome === "failed").length;
  }

  async #offer(event: ClaimedEvent, owner: string): Promise<"delivered" | "failed" | "lost"> {
    for (const subscriber of this.needs.subscribers.filter(({ types }) =>
      types.includes(event.type),
    )) {
      try {
        if (!(await this.#give(event, subscriber, owner))) return "lost";
      } catch (error) {
        await this.#fail(event, owner, subscriber.name, error);
        return "failed";
      }
    }
    return "delivered";
  }

  /** Effect and inbox in one unit of work, by whoever holds the event. @returns false when another relay has taken it over */
  #give(event: ClaimedEvent, subscriber: Subscriber<Stores>, owner: string): Promise<boolean> {
    return this.needs.unitOfWork.run(async (stores) => {
      if (!(await stores.deliveries.hold(event.key, this.#lease(owner)))) return false;
      if (await stores.deliveries.take(subscriber.name, event.id, this.needs.clock.now()))
        await subscriber.take(event, stores);
      return true;
    });
  }

  async #fail(
    event: ClaimedEvent,
    owner: string,
    subscriber: string,
    error: unknown,
  ): Promise<void> {
    const attempts = event.attempts + 1;
    const dueAt =
      attempts < MOST_ATTEMPTS
        ? new Date(this.needs.clock.now().getTime() + backoffMs(attempts))
        : null;
    await this.needs.unitOfWork.run(({ deliveries }) =>
      deliveries.fail(event.key, owner, {
        attempts,
        dueAt,
        lastError: `${subscriber}: ${shortError(error)}`,
      }),
    );
    const facts = { event: event.id, kind: event.type, subscriber, count: attempts, error };
    if (dueAt === null)
      this.needs.log.error("An event was parked: its delivery has failed too often.", facts);
    else this.needs.log.warn("An event could not be delivered. It is tried again.", facts);
  }

  #lease(owner: string): Lease {
    return { owner, until: new Date(this.needs.clock.now().getTime() + this.needs.leaseMs) };
  }
}
