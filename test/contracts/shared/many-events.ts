import { expect, test } from "vitest";
import type { Subscriber } from "../../../src/application/shared/events.js";
import type {
  OutboxRelay,
  RelayNeeds,
} from "../../../src/infrastructure/shared/worker/outbox-relay.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { appendNote, counter, countStock, notesOf, statuses } from "./workers.js";

interface Deliveries {
  readonly store: () => Store;
  readonly relay: (needs: Partial<RelayNeeds<Stores>>) => OutboxRelay<Stores>;
  readonly drain: (relay: OutboxRelay<Stores>) => Promise<void>;
}

/** Events of which a subscriber wants none, or many at once. */
export const manyEvents = ({ store, relay, drain }: Deliveries): void => {
  test("events that no subscriber wants now are passed over together", async () => {
    await countStock(store(), [1, 2], 3);
    let asked = 0;
    const subscriber: Subscriber<Stores> = {
      ...counter(),
      isInterested: async () => {
        asked += 1;
        return false;
      },
    };

    await drain(relay({ subscribers: [subscriber] }));
    expect([asked, await notesOf(store()), await statuses(store())]).toEqual([
      1,
      [],
      { DELIVERED: 6 },
    ]);

    await countStock(store(), [1], 1);
    await drain(relay({ subscribers: [{ ...subscriber, isInterested: async () => true }] }));
    expect(await notesOf(store())).toEqual(["1:4"]);
  });

  test("events are handled together once, and one by one after an error", async () => {
    await countStock(store(), [1, 2], 3);
    let breaks = true;
    const units: number[] = [];
    const subscriber: Subscriber<Stores> = {
      ...counter(),
      handleTogether: async (events, stores) => {
        units.push(events.length);
        await appendNote(stores, `together ${events.length}`);
        if (breaks) throw new Error("jammed");
      },
    };

    await drain(relay({ subscribers: [subscriber] }));
    expect([units, (await notesOf(store())).length]).toEqual([[6], 6]);
    expect(await notesOf(store())).not.toContain("together 6");

    breaks = false;
    await countStock(store(), [1, 2], 2);
    await Promise.all([
      drain(relay({ subscribers: [subscriber] })),
      drain(relay({ subscribers: [subscriber] })),
    ]);
    expect((await notesOf(store())).slice(6)).toEqual(["together 4"]);

    const events = await store().readSource.query("SELECT event_id FROM outbox");
    await store().workerUnitOfWork.run(({ eventLog }) =>
      eventLog.replay(events.map((row) => String(row["event_id"]))),
    );
    await drain(relay({ subscribers: [subscriber] }));
    expect(await notesOf(store())).toHaveLength(7);
    expect(await statuses(store())).toEqual({ DELIVERED: 10 });
  });
};
