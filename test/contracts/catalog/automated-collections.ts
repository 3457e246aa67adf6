import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { announceCollection } from "../../../src/application/catalog/collections/announce-collection.js";
import { evaluateCollection } from "../../../src/application/catalog/collections/evaluate-collection.js";
import { refreshAutomatedCollections } from "../../../src/application/catalog/collections/refresh-automated-collections.js";
import { inventory, type Inventory } from "../../../src/application/inventory/inventory.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { RuleCondition } from "../../../src/domain/catalog/collections/collection-rules.js";
import { fromSqlJson } from "../../../src/infrastructure/shared/database/sql-value.js";
import { Scheduler } from "../../../src/infrastructure/shared/worker/scheduler.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { WorkerStores } from "../../../src/infrastructure/stores.js";
import { fillShop } from "../../builders/fill-shop.js";
import { aVariant } from "../../builders/product-content.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { collectionDefects } from "../../integration/collection-defects.js";

const { signal } = new AbortController();
export const HOUR_MS = 3_600_000;
export const MOST = 450;

/** Opens a store with automated collections before each test of a describe block. */
export const automatedCollections = (open: () => Promise<Store>, end: () => Promise<void>) => {
  let store: Store;
  let clock: MovableClock;
  let shop: Catalog;
  let stock: Inventory;

  const workers = (count: number, unitOfWork: UnitOfWork<WorkerStores> = store.workerUnitOfWork) =>
    Array.from(
      { length: count },
      () =>
        new Scheduler<WorkerStores>({
          unitOfWork,
          reads: store.readSource,
          jobs: [
            refreshAutomatedCollections({ clock }),
            evaluateCollection({ clock }),
            announceCollection,
          ],
          recurring: [],
          clock,
          log: collectedLog(),
          leaseMs: 30_000,
        }),
    );
  const work = async (count = 1): Promise<void> =>
    void (await Promise.all(
      workers(count).map(async (one) => {
        while (await one.runDue(signal));
      }),
    ));
  const done = <Result>({ result, refusals }: Outcome<Result>): Result => {
    expect(refusals).toEqual([]);
    return result as Result;
  };
  const rules = (
    ...conditions: readonly (readonly [
      RuleCondition["field"],
      RuleCondition["operator"],
      string?,
    ])[]
  ) => ({
    match: "ALL" as const,
    conditions: conditions.map(([field, operator, value = null]) => ({ field, operator, value })),
  });
  const make = async (title: string, more: object = {}): Promise<string> =>
    done(await shop.collectionCreate({ collection: { title, ...more } }, ADMIN_KEY_HOLDER))
      .collectionId;
  const inside = async (collection: string): Promise<readonly number[]> =>
    (
      await store.readSource.query(
        "SELECT product_id FROM catalog_collection_product WHERE collection_id = ? ORDER BY position",
        [collection],
      )
    ).map((row) => Number(String(row["product_id"]).slice(-6)));
  const changesIn = async (type: string, of: string) =>
    (
      await store.readSource.query(
        "SELECT payload FROM outbox WHERE type = ? AND aggregate_id = ? ORDER BY id",
        [type, of],
      )
    ).map((row) => fromSqlJson<{ added?: string[]; removed?: string[] }>(row["payload"]));
  const defects = () => collectionDefects((sql) => store.readSource.query(sql), store.unitOfWork);
  const evaluating = async () =>
    (await store.readSource.query("SELECT collection_id FROM catalog_collection_evaluation"))
      .length;
  const many = async (): Promise<void> => {
    const numbers = Array.from({ length: MOST }, (_, n) => n + 1);
    await fillShop(store.unitOfWork, {
      products: numbers.map((number) => ({
        number,
        content: { tags: number % 2 === 0 ? ["even"] : ["odd"], variants: [aVariant(number)] },
        pricesAndStock: [{ price: `${number}.00`, onHand: number % 3 }],
      })),
    });
  };

  beforeEach(async () => {
    store = await open();
    clock = movableClock();
    shop = catalog({ ...store, clock, ids: numberedIds(10_000), currency: "EUR" });
    stock = inventory({ ...store, clock, ids: numberedIds(20_000) });
  });
  afterEach(() => store.close());
  afterAll(end);

  return {
    get store() {
      return store;
    },
    get clock() {
      return clock;
    },
    get shop() {
      return shop;
    },
    get stock() {
      return stock;
    },
    workers,
    work,
    done,
    rules,
    make,
    inside,
    changesIn,
    defects,
    evaluating,
    many,
  };
};

export type AutomatedCollections = ReturnType<typeof automatedCollections>;
