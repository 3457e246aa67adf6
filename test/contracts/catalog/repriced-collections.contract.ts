import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { refreshAutomatedCollections } from "../../../src/application/catalog/collections/refresh-automated-collections.js";
import { CONTEXTS } from "../../../src/application/contexts.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import { backgroundOf } from "../../../src/application/shared/open-contexts.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { ScheduledWork, WorkId } from "../../../src/application/shared/schedule.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { OutboxRelay } from "../../../src/infrastructure/shared/worker/outbox-relay.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { fillShop } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import type { AutomatedCollections } from "./automated-collections.js";

const { signal } = new AbortController();
/** Long enough for a note of another unit of work, where it does not wait. */
const MEANWHILE_MS = 200;
const NO_WORK: ScheduledWork = {
  id: id<WorkId>("work_01h00000000000000000000001"),
  kind: "",
  subject: "",
  dueAt: new Date(0),
  facts: {},
};

/** Automated collections whose rules ask for prices that change without their product. */
export const repricedCollections = (subject: AutomatedCollections): void => {
  const { work, done, rules, make, inside, defects } = subject;

  const relayOf = (clock: MovableClock) =>
    new OutboxRelay<Stores>({
      unitOfWork: subject.store.workerUnitOfWork,
      reads: subject.store.readSource,
      subscribers: backgroundOf(CONTEXTS, { clock, ids: numberedIds(), cartDays: 90 }).subscribers,
      clock,
      log: collectedLog(),
      leaseMs: 30_000,
    });

  describe("with rules about prices", () => {
    test("follow prices that change without their product, once the event is delivered", async () => {
      await fillShop(subject.store.unitOfWork, {
        products: [1, 2].map((number) => ({
          number,
          pricesAndStock: [{ price: `${number * 10}.00` }],
        })),
      });
      const cheap = await make("Cheap", { rules: rules(["PRICE", "LESS_THAN", "15"]) });
      await work();
      const clock = movableClock();
      const relay = relayOf(clock);
      const needs = { unitOfWork: subject.store.unitOfWork, clock, currency: "EUR" };
      done(
        await variantPricesSet(needs)(
          {
            items: [
              { variantId: variantId(1), price: "16.00" },
              { variantId: variantId(2), price: "14.00" },
            ],
          },
          ADMIN_KEY_HOLDER,
        ),
      );
      while (await relay.deliverDue(signal));
      await work();

      expect(await inside(cheap)).toEqual([2]);
      expect(await defects()).toEqual([]);
    });

    test("are not looked at after a change of a price when no rule asks for prices", async () => {
      const { store } = subject;
      await fillShop(store.unitOfWork, {
        products: [{ number: 1, pricesAndStock: [{ price: "10.00" }] }],
      });
      await make("Stocked", { rules: rules(["STOCK", "AT_LEAST", "1"]) });
      await work();
      const clock = movableClock();
      await variantPricesSet({ unitOfWork: store.unitOfWork, clock, currency: "EUR" })(
        { items: [{ variantId: variantId(1), price: "16.00" }] },
        ADMIN_KEY_HOLDER,
      );
      while (await relayOf(clock).deliverDue(signal));

      expect(
        await store.workerUnitOfWork.run(({ collectionUpkeep }) => collectionUpkeep.due(5)),
      ).toEqual([]);
    });

    test("are refreshed again after a change that is noted while they read the price", async () => {
      await fillShop(subject.store.unitOfWork, {
        products: [{ number: 1, pricesAndStock: [{ price: "10.00" }] }],
      });
      await make("Cheap", { rules: rules(["PRICE", "LESS_THAN", "15"]) });
      await work();
      const { workerUnitOfWork } = subject.store;
      const note = () =>
        workerUnitOfWork.run(({ collectionUpkeep }) => collectionUpkeep.noteDue([productId(1)]));
      await note();
      let read = (): void => undefined;
      // Outside of the unit of work that reads, because a note is one of its own.
      const noted = new Promise<void>((resolve) => (read = resolve)).then(note);
      await workerUnitOfWork.run(async (stores) => {
        const saleFacts = {
          ...stores.saleFacts,
          ofProducts: async (products: readonly ProductId[]) => {
            const facts = await stores.saleFacts.ofProducts(products);
            read();
            await sleep(MEANWHILE_MS);
            return facts;
          },
        };
        const job = refreshAutomatedCollections({ clock: movableClock() });
        await job.run(NO_WORK, Object.assign(Object.create(stores) as Stores, { saleFacts }));
      });
      await noted;

      const due = await workerUnitOfWork.run(({ collectionUpkeep }) => collectionUpkeep.due(5));
      expect(due).toEqual([productId(1)]);
    });
  });
};
