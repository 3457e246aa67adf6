import type { StoredEvent, Subscriber } from "../../src/application/shared/events.js";
import type { Job } from "../../src/application/shared/schedule.js";
import type { Stores } from "../../src/infrastructure/stores.js";
import type { BackgroundWork } from "../../src/application/shared/context.js";
import { GHOST, journal } from "./scene.js";

export const SUBSCRIBERS = ["a", "b"] as const;
/** The type of the events that they handle. */
export const RECORDED = "inventory.stock-counted";

/**
 * Records each delivered event, and what must never happen: a second delivery, a wrong order, or an
 * event that was rolled back.
 */
const recorder = (name: string): Subscriber<Stores> => ({
  name,
  types: [RECORDED],
  handle: async (event, { settings }) => {
    journal("given", name, event.id);
    const last = `last.${name}.${shelfOf(event)}`;
    const before = Number((await settings.get(last)) ?? "0");
    if (event.facts["onHand"] === GHOST)
      await settings.set(`wrong.ghost.${event.id.slice(0, 8)}`, event.id);
    if (event.sequence !== before + 1)
      await settings.set(
        `wrong.order.${name}.${event.id.slice(0, 8)}`,
        `${event.sequence} after ${before}`,
      );
    if (!(await settings.add(`seen.${name}.${event.id}`, String(event.sequence))))
      await settings.set(`wrong.twice.${name}.${event.id.slice(0, 8)}`, event.id);
    await settings.set(last, String(event.sequence));
    if (Math.random() < 0.005) throw new Error("failed on purpose");
  },
});

const ring: Job<Stores> = {
  kind: "kills.ring",
  run: async ({ id, subject }, { settings }) => {
    journal("rung", id);
    if (subject === "ghost") await settings.set(`wrong.ghost.${id.slice(-12)}`, id);
    if (!(await settings.add(`rung.${id}`, subject)))
      await settings.set(`wrong.twice.${id.slice(-12)}`, id);
  },
};

const shelfOf = ({ aggregateId }: StoredEvent): string => aggregateId.slice(-4);

export const RECORDING: BackgroundWork<Stores> = {
  subscribers: SUBSCRIBERS.map(recorder),
  jobs: [ring],
  recurring: [],
};
