import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import type { Subscriber, StoredEvent } from "../../../src/application/shared/events.js";
import type { Job } from "../../../src/application/shared/schedule.js";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { variantId } from "../../builders/product-content.js";

const NOTES = "test.notes";

/** Appends a note in the unit of work, so that the notes are the effects that were committed. */
export const appendNote = async ({ settings }: SettingStores, text: string): Promise<void> => {
  // Writing first locks the row, so that two that append at the same time do so one after the
  // other.
  await settings.set("test.turn", text);
  await settings.set(
    NOTES,
    JSON.stringify([...(JSON.parse((await settings.get(NOTES)) ?? "[]") as string[]), text]),
  );
};

export const notesOf = (store: Store): Promise<readonly string[]> =>
  store.unitOfWork.run(
    async ({ settings }) => JSON.parse((await settings.get(NOTES)) ?? "[]") as string[],
  );

/** Notes every count as `<variant>:<sequence>`; fails for some events. */
export const counter = (
  name = "test.counter",
  fails: (event: StoredEvent) => boolean = () => false,
): Subscriber<Stores> => ({
  name,
  types: ["inventory.stock-counted"],
  handle: async (event, stores) => {
    await appendNote(stores, `${variantNumber(event)}:${event.sequence}`);
    if (fails(event)) throw new TypeError("the shelf fell down");
  },
});

export const variantNumber = ({ aggregateId }: Pick<StoredEvent, "aggregateId">): number =>
  Number(aggregateId.slice(-4));

/** Counts the stock of variants, each `times` times with one event. */
export const countStock = async (
  { unitOfWork }: Store,
  shelves: readonly number[],
  times: number,
): Promise<void> => {
  for (let round = 1; round <= times; round++)
    await unitOfWork.run(async ({ stockItems }) => {
      const ids = shelves.map((shelf) => variantId(shelf));
      const items = await stockItems.byVariant(ids);
      for (const item of items.values()) item.count(round + 1000);
      await stockItems.save(ids.map((id) => items.get(id) ?? StockItem.stock(id, round)));
    });
};

/** How many events there are in each status. */
export const statuses = (
  { readSource }: Store,
  table: "outbox" | "scheduled_work" = "outbox",
): Promise<Readonly<Record<string, number>>> =>
  counted(
    readSource.query(
      `SELECT status, COUNT(*) AS found FROM ${table} GROUP BY status ORDER BY status`,
    ),
  );

/** How much scheduled work of one kind there is in each status. */
export const statusesOf = (
  { readSource }: Store,
  { kind }: Pick<Job<never>, "kind">,
): Promise<Readonly<Record<string, number>>> =>
  counted(
    readSource.query(
      "SELECT status, COUNT(*) AS found FROM scheduled_work WHERE kind = ? GROUP BY status ORDER BY status",
      [kind],
    ),
  );

const counted = async (
  rows: Promise<readonly Readonly<Record<string, unknown>>[]>,
): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await rows).map((row) => [row["status"], Number(row["found"])]));

/** Units of work of a process that does something before the one with a number, or ends there. */
export const interrupted = <S>(
  unitOfWork: UnitOfWork<S>,
  at: number,
  before: () => Promise<void>,
): UnitOfWork<S> => {
  let runs = 0;
  return {
    run: async (work) => {
      if (++runs === at) await before();
      return unitOfWork.run(work);
    },
  };
};
