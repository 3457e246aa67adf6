import { beforeEach, describe, expect, test } from "vitest";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import { productId, variantId } from "../../builders/product-content.js";
import { interrupted } from "../shared/workers.js";

import { HOUR_MS, MOST, type AutomatedCollections } from "./automated-collections.js";

const { signal } = new AbortController();

/** Automated collections with many products, evaluated in batches. */
export const manyAutomatedProducts = (subject: AutomatedCollections): void => {
  const { workers, work, done, rules, make, inside, changesIn, defects, evaluating, many } =
    subject;

  describe("with many products", () => {
    beforeEach(many);

    test("follow the newest rules when those change during an evaluation", async () => {
      const some = await make("Some", { rules: rules(["TAG", "EQUALS", "even"]) });
      const [worker] = workers(1);
      await worker?.runDue(signal);
      expect([(await inside(some)).length, await evaluating()]).toEqual([100, 1]);

      done(
        await subject.shop.collectionUpdate(
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

    test("are correct for products that change during an evaluation", async () => {
      const even = await make("Even", { rules: rules(["TAG", "EQUALS", "even"]) });
      const [worker] = workers(1);
      await worker?.runDue(signal);
      for (const n of [2, 4, 300, 400])
        done(
          await subject.shop.productUpdate(
            { id: productId(n), changes: { tags: ["odd"] } },
            ADMIN_KEY_HOLDER,
          ),
        );
      done(
        await subject.shop.productUpdate(
          { id: productId(1), changes: { tags: ["even"] } },
          ADMIN_KEY_HOLDER,
        ),
      );
      await work(2);

      expect([(await inside(even)).length, await defects()]).toEqual([MOST / 2 - 3, []]);
    });

    test("announce a batch at once, in events of one version", async () => {
      const even = await make("Even", { rules: rules(["TAG", "EQUALS", "never"]) });
      await work();
      const items = Array.from({ length: 200 }, (_, n) => ({
        id: productId(n + 1),
        changes: { tags: ["never"] },
      }));
      done(await subject.shop.productsUpdate({ items }, ADMIN_KEY_HOLDER));
      await work();

      expect(
        (await changesIn("catalog.collection-products-changed", even)).map(
          ({ added = [] }) => added.length,
        ),
      ).toEqual([100, 100]);
      expect(await inside(even)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    });

    test.each([2, 3, 4, 5, 7])(
      "are correct in the end when the worker dies before its %ith unit of work",
      async (at) => {
        await make("Even", {
          rules: rules(["TAG", "EQUALS", "even"], ["STOCK", "GREATER_THAN", "0"]),
        });
        const dying = interrupted(subject.store.workerUnitOfWork, at, () =>
          Promise.reject(new Error("killed")),
        );
        const [worker] = workers(1, dying);
        await (async () => {
          while (await worker?.runDue(signal));
        })().catch(() => undefined);
        done(
          await subject.shop.productsUpdate(
            {
              items: [5, 6, 250].map((n) => ({ id: productId(n), changes: { tags: ["even"] } })),
            },
            ADMIN_KEY_HOLDER,
          ),
        );
        subject.clock.forward(HOUR_MS);
        await work(2);

        expect([await defects(), await evaluating()]).toEqual([[], 0]);
      },
    );

    test("are correct in the end when editors and workers run at the same time", async () => {
      const kept = [
        await make("Even", { rules: rules(["TAG", "EQUALS", "even"]) }),
        await make("Cheap", { rules: rules(["PRICE", "LESS_THAN", "50"]) }),
        await make("In stock", { rules: rules(["STOCK", "GREATER_THAN", "0"]) }),
      ];
      let isOver = false;
      const busy = workers(3).map(async (one) => {
        while (!isOver)
          if (!(await one.runDue(signal))) await new Promise((resume) => setTimeout(resume, 2));
      });
      const edits = Array.from({ length: 60 }, async (_, n) => {
        const number = 1 + ((n * 7) % 40);
        if (n % 5 === 0)
          return subject.shop.productDelete({ id: productId(400 + n / 5) }, ADMIN_KEY_HOLDER);
        if (n % 5 === 1)
          return subject.stock.stockCount(
            { counts: [{ variantId: variantId(number), onHand: n % 2 }] },
            ADMIN_KEY_HOLDER,
          );
        if (n % 5 === 2)
          return subject.shop.variantsUpdate(
            { items: [{ id: variantId(number), changes: { price: `${n * 3}.00` } }] },
            ADMIN_KEY_HOLDER,
          );
        if (n % 5 === 3)
          return subject.shop.collectionUpdate(
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
        return subject.shop.productUpdate(
          { id: productId(number), changes: { tags: [n % 2 === 0 ? "even" : "odd"] } },
          ADMIN_KEY_HOLDER,
        );
      });
      await Promise.allSettled(edits);
      isOver = true;
      await Promise.all(busy);
      subject.clock.forward(HOUR_MS);
      await work(2);

      expect(await defects()).toEqual([]);
    });
  });

  test("cause no work in a shop without rules, however much changes", async () => {
    await many();
    for (const start of [0, 150])
      done(
        await subject.shop.productsUpdate(
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
};
