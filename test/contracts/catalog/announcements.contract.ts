import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { announcePublication } from "../../../src/application/catalog/products/announce-publication.js";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { Scheduler } from "../../../src/infrastructure/shared/worker/scheduler.js";
import { aVariant, productId } from "../../builders/product-content.js";
import { fillShop } from "../../builders/fill-shop.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { statusesOf } from "../shared/workers.js";

const HOUR_MS = 3_600_000;
const [MUG, BOWL] = [productId(1), productId(2)];
const { signal } = new AbortController();

/** What a shop with workers must announce, on either database. */
export const announcementsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`announcements of publications: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    let shop: Catalog;
    const inHours = (hours: number): Date => new Date(clock.now().getTime() + hours * HOUR_MS);
    const publish = async (from: Date, until: Date | null = null, id: string = MUG) => {
      const { refusals } = await shop.productPublish({ id, from, until }, ADMIN_KEY_HOLDER);
      expect(refusals).toEqual([]);
    };
    const work = async (workers = 1): Promise<void> => {
      const schedulers = Array.from(
        { length: workers },
        () =>
          new Scheduler<Stores>({
            unitOfWork: store.workerUnitOfWork,
            reads: store.readSource,
            jobs: [announcePublication],
            recurring: [],
            clock,
            log: collectedLog(),
            leaseMs: 30_000,
          }),
      );
      await Promise.all(
        schedulers.map(async (one) => {
          while (await one.runDue(signal));
        }),
      );
    };
    const later = async (hours: number, workers = 1): Promise<void> => {
      clock.forward(hours * HOUR_MS);
      await work(workers);
    };
    const announced = async (): Promise<readonly string[]> =>
      (
        await store.readSource.query(
          "SELECT type FROM outbox WHERE type IN ('catalog.product-published', 'catalog.product-unpublished') ORDER BY id",
        )
      ).map((row) => String(row["type"]).replace("catalog.product-", ""));

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
      shop = catalog({ ...store, clock, ids: numberedIds(100), currency: "EUR" });
      const hidden = { status: "DRAFT", publication: null } as const;
      await fillShop(store.unitOfWork, {
        products: [
          { number: 1, content: hidden },
          { number: 2, content: { ...hidden, variants: [aVariant(2)] } },
        ],
      });
    });
    afterEach(() => store.close());
    afterAll(end);

    test("are made when they are due, each once, with several workers", async () => {
      await publish(inHours(1), inHours(2));
      await publish(inHours(1), inHours(2), BOWL);
      await work(4);
      expect(await announced()).toEqual([]);

      await later(1, 4);
      expect(await announced()).toEqual(["published", "published"]);
      await later(1, 4);
      await later(5, 4);
      expect(await announced()).toEqual(["published", "published", "unpublished", "unpublished"]);
      expect(await statusesOf(store, announcePublication)).toEqual({ DONE: 4 });
    });

    test("are in the history as changes by the scheduler", async () => {
      await publish(inHours(1));
      await later(1);

      const page = { size: 1, direction: "forward", after: null, before: null } as const;
      const newest = (await shop.history.ofProducts({ ids: [MUG], page }, ADMIN_KEY_HOLDER)).get(
        MUG,
      )?.items[0]?.item;
      expect(newest).toMatchObject({
        kind: "UPDATED",
        version: 3,
        actor: "scheduler",
        changes: [{ path: "visible", before: false, after: true }],
      });
    });

    test("are made at once for a product that is visible at once", async () => {
      await publish(inHours(-1), inHours(2));
      expect(await announced()).toEqual(["published"]);

      await shop.productArchive({ id: MUG }, ADMIN_KEY_HOLDER);
      await later(5);
      expect(await announced()).toEqual(["published", "unpublished"]);
      expect(await statusesOf(store, announcePublication)).toEqual({});
    });

    test("follow every change of the publication period", async () => {
      await publish(inHours(1));
      await publish(inHours(3), inHours(4));
      await later(2);
      expect(await announced()).toEqual([]);
      await later(1);
      expect(await announced()).toEqual(["published"]);

      await publish(inHours(-1), inHours(10));
      await later(5);
      expect(await announced()).toEqual(["published"]);
      await later(5);
      expect(await announced()).toEqual(["published", "unpublished"]);
    });

    test.each([
      ["unpublished", (id: string) => shop.productUnpublish({ id }, ADMIN_KEY_HOLDER)],
      ["archived", (id: string) => shop.productArchive({ id }, ADMIN_KEY_HOLDER)],
      ["deleted", (id: string) => shop.productDelete({ id }, ADMIN_KEY_HOLDER)],
    ])("are not made for a product that was %s before its time", async (_, withdraw) => {
      await publish(inHours(1), inHours(2));
      await withdraw(MUG);
      await later(5);

      expect(await announced()).toEqual([]);
      expect(await statusesOf(store, announcePublication)).toEqual({});
    });

    test("are made late and in order after a time without workers", async () => {
      await publish(inHours(1), inHours(2));
      await later(9, 4);

      expect(await announced()).toEqual(["published", "unpublished"]);
    });

    test("that are late are left to the worker, whatever is edited in the meantime", async () => {
      await publish(inHours(1), inHours(2));
      clock.forward(HOUR_MS);
      await shop.productUpdate({ id: MUG, changes: { title: "Tall mug" } }, ADMIN_KEY_HOLDER);
      expect(await announced()).toEqual([]);

      await work();
      expect(await announced()).toEqual(["published"]);
      await later(1);
      expect(await announced()).toEqual(["published", "unpublished"]);
    });

    test("are not cancelled by an edit that waited for a lock, nor by a slow clock", async () => {
      await publish(inHours(1), inHours(4));
      await later(1);
      const before = inHours(-1);
      const shopOfBefore = catalog({
        ...store,
        clock: { now: () => before },
        ids: numberedIds(200),
        currency: "EUR",
      });
      await shopOfBefore.productUpdate(
        { id: MUG, changes: { title: "Tall mug" } },
        ADMIN_KEY_HOLDER,
      );

      expect(await announced()).toEqual(["published"]);
      await later(3);
      expect(await announced()).toEqual(["published", "unpublished"]);
    });

    test("are neither made nor scheduled by a trial", async () => {
      await shop.productPublish({ id: MUG }, ADMIN_KEY_HOLDER, {
        key: null,
        dryRun: true,
        problems: [],
      });
      await shop.productPublish({ id: MUG, from: inHours(1) }, ADMIN_KEY_HOLDER, {
        key: null,
        dryRun: true,
        problems: [],
      });
      await later(5);

      expect(await announced()).toEqual([]);
    });
  });
};
