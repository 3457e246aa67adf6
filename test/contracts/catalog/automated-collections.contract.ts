import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { announceCollection } from "../../../src/application/catalog/collections/announce-collection.js";
import { evaluateCollection } from "../../../src/application/catalog/collections/evaluate-collection.js";
import { keepCollections } from "../../../src/application/catalog/collections/keep-collections.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import type { RuleCondition } from "../../../src/domain/catalog/collection-rules.js";
import type { Store, WorkerStores } from "../../../src/infrastructure/data-source.js";
import { Scheduler } from "../../../src/infrastructure/shared/scheduler.js";
import { fromSqlJson } from "../../../src/infrastructure/shared/sql.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { fillShelf } from "../../builders/shelf.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { collectionDefects } from "../../integration/collection-defects.js";
import { interrupted, statuses } from "../shared/workers.js";

const { signal } = new AbortController();
const HOUR_MS = 3_600_000;
const MOST = 450;

/** Collections that fill themselves, stand below one another and are announced: with workers, on either database. */
export const automatedCollectionsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`collections with rules: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    let shop: Catalog;

    const workers = (
      count: number,
      unitOfWork: UnitOfWork<WorkerStores> = store.workerUnitOfWork,
    ) =>
      Array.from(
        { length: count },
        () =>
          new Scheduler<WorkerStores>({
            unitOfWork,
            reads: store.readSource,
            jobs: [keepCollections({ clock }), evaluateCollection({ clock }), announceCollection],
            recurring: [],
            clock,
            log: collectedLog(),
            leaseMs: 30_000,
          }),
      );
    const work = async (count = 1): Promise<void> =>
      void (await Promise.all(
        workers(count).map(async (one) => {
          while (await one.pass(signal));
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
    const told = async (type: string, of: string) =>
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
      await fillShelf(store.unitOfWork, {
        products: numbers.map((number) => ({
          number,
          content: { tags: number % 2 === 0 ? ["even"] : ["odd"], variants: [aVariant(number)] },
          tags: [{ price: `${number}.00`, onHand: number % 3 }],
        })),
      });
    };

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
      shop = catalog({ ...store, clock, ids: numberedIds(10_000), currency: "EUR" });
    });
    afterEach(() => store.close());
    afterAll(end);

    describe("with few products", () => {
      beforeEach(async () => {
        await fillShelf(store.unitOfWork, {
          products: [1, 2, 3].map((number) => ({
            number,
            content: {
              title: `Mug ${number}`,
              tags: number === 3 ? [] : ["tea"],
              variants: [aVariant(number)],
            },
            tags: [{ price: `${number * 10}.00`, onHand: number }],
          })),
        });
      });

      test("take in what is there already, in portions, and tell of it", async () => {
        const tea = await make("Tea", { rules: rules(["TAG", "EQUALS", "Tea"]) });
        expect([await inside(tea), await evaluating()]).toEqual([[], 1]);

        await work();
        expect([await inside(tea), await evaluating()]).toEqual([[1, 2], 0]);
        expect(await told("catalog.collection-products-changed", tea)).toEqual([
          { collectionId: tea, added: [productId(1), productId(2)], removed: [], moved: [] },
        ]);
      });

      test("follow words, prices, stock and tags of a product that changes, and only it is looked at", async () => {
        const [cheap, gone, blue, none] = [
          await make("Cheap", { rules: rules(["PRICE", "LESS_THAN", "15"]) }),
          await make("Sold out", { rules: rules(["STOCK", "AT_MOST", "0"]) }),
          await make("Blue", { rules: rules(["TITLE", "CONTAINS", "blue"]) }),
          await make("None", { rules: rules(["TAG", "EQUALS", "nothing"]) }),
        ];
        await work();
        expect([await inside(cheap), await inside(gone), await inside(blue)]).toEqual([
          [1],
          [],
          [],
        ]);

        done(
          await shop.variantsUpdate(
            { items: [{ id: variantId(2), changes: { price: "12.00" } }] },
            ADMIN_KEY_HOLDER,
          ),
        );
        done(
          await shop.stockCount(
            { counts: [{ variantId: variantId(3), onHand: 0 }] },
            ADMIN_KEY_HOLDER,
          ),
        );
        done(
          await shop.productUpdate(
            { id: productId(1), changes: { title: "BLÜE mug" } },
            ADMIN_KEY_HOLDER,
          ),
        );
        expect(
          (await store.readSource.query("SELECT product_id FROM catalog_collection_due")).length,
        ).toBe(3);
        await work();
        expect([
          await inside(cheap),
          await inside(gone),
          await inside(blue),
          await inside(none),
        ]).toEqual([[1, 2], [3], [1], []]);

        done(
          await shop.stockAdjust(
            { adjustments: [{ variantId: variantId(3), by: 4 }] },
            ADMIN_KEY_HOLDER,
          ),
        );
        done(
          await shop.variantsUpdate(
            { items: [{ id: variantId(1), changes: { price: "99.00" } }] },
            ADMIN_KEY_HOLDER,
          ),
        );
        await work();
        expect([await inside(cheap), await inside(gone), await inside(blue)]).toEqual([
          [2],
          [],
          [1],
        ]);
        expect(await defects()).toEqual([]);
      });

      test("lose what is deleted, and gain what is made", async () => {
        const tea = await make("Tea", { rules: rules(["TAG", "EQUALS", "tea"]) });
        await work();
        done(await shop.productDelete({ id: productId(1) }, ADMIN_KEY_HOLDER));
        done(
          await shop.productUpdate({ id: productId(2), changes: { tags: [] } }, ADMIN_KEY_HOLDER),
        );
        done(await shop.productDelete({ id: productId(2) }, ADMIN_KEY_HOLDER));
        done(
          await shop.productCreate(
            { product: { title: "Teapot", tags: ["tea"] } },
            ADMIN_KEY_HOLDER,
          ),
        );
        await work(2);

        expect((await inside(tea)).length).toBe(1);
        expect([await defects(), await statuses(store, "scheduled_work")]).toEqual([
          [],
          expect.not.objectContaining({ PENDING: expect.anything(), PARKED: expect.anything() }),
        ]);
      });

      test("may become manual and keep what stands in them, and back", async () => {
        const tea = await make("Tea", { rules: rules(["TAG", "EQUALS", "tea"]) });
        await work();
        done(await shop.collectionUpdate({ id: tea, changes: { rules: null } }, ADMIN_KEY_HOLDER));
        done(
          await shop.collectionProductsAdd(
            { id: tea, productIds: [productId(3)], at: 0 },
            ADMIN_KEY_HOLDER,
          ),
        );
        done(
          await shop.productUpdate({ id: productId(1), changes: { tags: [] } }, ADMIN_KEY_HOLDER),
        );
        await work();
        expect(await inside(tea)).toEqual([3, 1, 2]);

        done(
          await shop.collectionUpdate(
            { id: tea, changes: { rules: rules(["TAG", "EQUALS", "tea"]) } },
            ADMIN_KEY_HOLDER,
          ),
        );
        await work();
        expect([await inside(tea), await defects()]).toEqual([[2], []]);
      });

      test("leave nothing behind when they are deleted in the middle of it", async () => {
        const tea = await make("Tea", {
          rules: rules(["TAG", "EQUALS", "tea"]),
          parentId: await make("Drinks"),
        });
        done(
          await shop.collectionPublish(
            { id: tea, from: new Date(clock.now().getTime() + HOUR_MS) },
            ADMIN_KEY_HOLDER,
          ),
        );
        done(await shop.collectionDelete({ id: tea }, ADMIN_KEY_HOLDER));
        await work(2);
        clock.forward(2 * HOUR_MS);
        await work(2);

        expect([
          await evaluating(),
          await inside(tea),
          await statuses(store, "scheduled_work"),
        ]).toEqual([0, [], {}]);
        expect(await told("catalog.collection-published", tea)).toEqual([]);
      });

      test("are announced when their time comes, each turn once, and not after they were taken back", async () => {
        const [tea, milk] = [await make("Tea"), await make("Milk")];
        const inHours = (hours: number) => new Date(clock.now().getTime() + hours * HOUR_MS);
        for (const id of [tea, milk])
          done(
            await shop.collectionPublish(
              { id, from: inHours(1), until: inHours(2) },
              ADMIN_KEY_HOLDER,
            ),
          );
        await work(2);
        expect([
          await told("catalog.collection-published", tea),
          await told("catalog.collection-published", milk),
        ]).toEqual([[], []]);
        done(await shop.collectionUnpublish({ id: milk }, ADMIN_KEY_HOLDER));

        clock.forward(HOUR_MS);
        await work(3);
        expect([
          (await told("catalog.collection-published", tea)).length,
          (await told("catalog.collection-unpublished", tea)).length,
        ]).toEqual([1, 0]);
        clock.forward(HOUR_MS);
        await work(3);
        clock.forward(HOUR_MS);
        await work(3);
        expect([
          (await told("catalog.collection-published", tea)).length,
          (await told("catalog.collection-unpublished", tea)).length,
          await told("catalog.collection-published", milk),
        ]).toEqual([1, 1, []]);
      });
    });

    describe("with many products", () => {
      beforeEach(many);

      test("go by the newest rules when those change half-way", async () => {
        const some = await make("Some", { rules: rules(["TAG", "EQUALS", "even"]) });
        const [worker] = workers(1);
        await worker?.pass(signal);
        expect([(await inside(some)).length, await evaluating()]).toEqual([100, 1]);

        done(
          await shop.collectionUpdate(
            { id: some, changes: { rules: rules(["PRICE", "AT_MOST", "10"]) } },
            ADMIN_KEY_HOLDER,
          ),
        );
        await work(2);
        expect([await inside(some), await evaluating(), await defects()]).toEqual([
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((n) => n % 2 === 0).concat([1, 3, 5, 7, 9]),
          0,
          [],
        ]);
      });

      test("are right about products that change while they are evaluated", async () => {
        const even = await make("Even", { rules: rules(["TAG", "EQUALS", "even"]) });
        const [worker] = workers(1);
        await worker?.pass(signal);
        for (const n of [2, 4, 300, 400])
          done(
            await shop.productUpdate(
              { id: productId(n), changes: { tags: ["odd"] } },
              ADMIN_KEY_HOLDER,
            ),
          );
        done(
          await shop.productUpdate(
            { id: productId(1), changes: { tags: ["even"] } },
            ADMIN_KEY_HOLDER,
          ),
        );
        await work(2);

        expect([(await inside(even)).length, await defects()]).toEqual([MOST / 2 - 3, []]);
      });

      test("tell of a batch at once, in events of one version", async () => {
        const even = await make("Even", { rules: rules(["TAG", "EQUALS", "never"]) });
        await work();
        const items = Array.from({ length: 200 }, (_, n) => ({
          id: productId(n + 1),
          changes: { tags: ["never"] },
        }));
        done(await shop.productsUpdate({ items }, ADMIN_KEY_HOLDER));
        await work();

        expect(
          (await told("catalog.collection-products-changed", even)).map(
            ({ added = [] }) => added.length,
          ),
        ).toEqual([100, 100]);
        expect(await inside(even)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
      });

      test.each([2, 3, 4, 5, 7])(
        "are right in the end when the worker dies before its %ith unit of work",
        async (at) => {
          await make("Even", {
            rules: rules(["TAG", "EQUALS", "even"], ["STOCK", "GREATER_THAN", "0"]),
          });
          const dying = interrupted(store.workerUnitOfWork, at, () =>
            Promise.reject(new Error("killed")),
          );
          const [worker] = workers(1, dying);
          await (async () => {
            while (await worker?.pass(signal));
          })().catch(() => undefined);
          done(
            await shop.productsUpdate(
              {
                items: [5, 6, 250].map((n) => ({ id: productId(n), changes: { tags: ["even"] } })),
              },
              ADMIN_KEY_HOLDER,
            ),
          );
          clock.forward(HOUR_MS);
          await work(2);

          expect([await defects(), await evaluating()]).toEqual([[], 0]);
        },
      );

      test("hold together when editors and workers are at it at once", async () => {
        const kept = [
          await make("Even", { rules: rules(["TAG", "EQUALS", "even"]) }),
          await make("Cheap", { rules: rules(["PRICE", "LESS_THAN", "50"]) }),
          await make("In stock", { rules: rules(["STOCK", "GREATER_THAN", "0"]) }),
        ];
        let isOver = false;
        const busy = workers(3).map(async (one) => {
          while (!isOver)
            if (!(await one.pass(signal))) await new Promise((resume) => setTimeout(resume, 2));
        });
        const edits = Array.from({ length: 60 }, async (_, n) => {
          const number = 1 + ((n * 7) % 40);
          if (n % 5 === 0)
            return shop.productDelete({ id: productId(400 + n / 5) }, ADMIN_KEY_HOLDER);
          if (n % 5 === 1)
            return shop.stockCount(
              { counts: [{ variantId: variantId(number), onHand: n % 2 }] },
              ADMIN_KEY_HOLDER,
            );
          if (n % 5 === 2)
            return shop.variantsUpdate(
              { items: [{ id: variantId(number), changes: { price: `${n * 3}.00` } }] },
              ADMIN_KEY_HOLDER,
            );
          if (n % 5 === 3)
            return shop.collectionUpdate(
              {
                id: kept[n % 3] ?? "",
                changes: {
                  rules: rules(
                    n % 2 === 0
                      ? ["TAG", "EQUALS", "even"]
                      : ["PRICE", "GREATER_THAN", String(n * 5)],
                  ),
                },
              },
              ADMIN_KEY_HOLDER,
            );
          return shop.productUpdate(
            { id: productId(number), changes: { tags: [n % 2 === 0 ? "even" : "odd"] } },
            ADMIN_KEY_HOLDER,
          );
        });
        await Promise.allSettled(edits);
        isOver = true;
        await Promise.all(busy);
        clock.forward(HOUR_MS);
        await work(2);

        expect(await defects()).toEqual([]);
      });
    });

    test("have nothing to look at in a shop without rules, however much changes", async () => {
      await many();
      for (const start of [0, 150])
        done(
          await shop.productsUpdate(
            {
              items: Array.from({ length: 150 }, (_, n) => ({
                id: productId(start + n + 1),
                changes: { tags: ["new"] },
              })),
            },
            ADMIN_KEY_HOLDER,
          ),
        );
      await work(2);

      expect(await defects()).toEqual([]);
    });

    describe("below one another", () => {
      const move = (id: string, parentId: string | null, at?: number) =>
        shop.collectionPlace({ id, parentId, at }, ADMIN_KEY_HOLDER);

      test("never close a circle, whoever moves what at once", async () => {
        for (let round = 0; round < 8; round++) {
          const [a, b, c] = [
            await make(`A ${round}`),
            await make(`B ${round}`),
            await make(`C ${round}`),
          ];
          const answers = await Promise.all([move(a, b), move(b, c), move(c, a)]);

          expect(
            answers.flatMap(({ refusals }) =>
              refusals.map(({ code, path }) => [code, path.join(".")]),
            ),
          ).toEqual([["COLLECTION_CYCLE", "parentId"]]);
          expect(await defects()).toEqual([]);
        }
      });

      test("stand at most eight levels deep, with all that hangs on them", async () => {
        let parentId: string | null = null;
        const line: string[] = [];
        for (let level = 1; level <= 8; level++)
          line.push((parentId = await make(`Level ${level}`, { parentId })));
        const { refusals } = await shop.collectionCreate(
          { collection: { title: "Too deep", parentId } },
          ADMIN_KEY_HOLDER,
        );
        expect(refusals).toMatchObject([
          {
            code: "COLLECTION_TOO_DEEP",
            path: ["collection", "parentId"],
            facts: { levels: 9, limit: 8 },
          },
        ]);

        const [pair] = [await make("Pair")];
        await make("Below", { parentId: pair });
        expect((await move(pair, line[6] ?? "")).refusals).toMatchObject([
          { code: "COLLECTION_TOO_DEEP" },
        ]);
        expect((await move(pair, line[5] ?? "")).refusals).toEqual([]);
        expect(await defects()).toEqual([]);
      });

      test("are put in order among their siblings, and go up when their parent is deleted", async () => {
        const top = await make("Top");
        const parent = await make("Parent", { parentId: top });
        const [one, two, three] = [
          await make("One", { parentId: parent }),
          await make("Two", { parentId: parent }),
          await make("Three", { parentId: parent }),
        ];
        const below = async (of: string) =>
          (
            await store.readSource.query(
              "SELECT title FROM catalog_collection WHERE parent_id = ? ORDER BY position, id",
              [of],
            )
          ).map((row) => String(row["title"]));
        done(await shop.collectionPlace({ id: three, at: 0 }, ADMIN_KEY_HOLDER));
        done(await shop.collectionPlace({ id: one, at: 5 }, ADMIN_KEY_HOLDER));
        expect(await below(parent)).toEqual(["Three", "Two", "One"]);
        expect(
          done(await shop.collectionPlace({ id: two, at: 1 }, ADMIN_KEY_HOLDER)).warnings,
        ).toMatchObject([{ code: "NOTHING_CHANGED" }]);

        done(await shop.collectionDelete({ id: parent }, ADMIN_KEY_HOLDER));
        expect([await below(top), await defects()]).toEqual([["Three", "Two", "One"], []]);
        for (let turn = 0; turn < 30; turn++)
          done(
            await shop.collectionPlace(
              { id: [one, two, three][turn % 3] ?? "", at: 1 },
              ADMIN_KEY_HOLDER,
            ),
          );
        expect((await below(top)).toSorted()).toEqual(["One", "Three", "Two"]);
      });
    });
  });
};
