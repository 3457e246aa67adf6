import { expect, test } from "vitest";
import fc from "fast-check";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import { Product } from "../../src/domain/catalog/products/product.js";
import type { Stores } from "../../src/infrastructure/stores.js";
import { aVariant, productContent, productId } from "../builders/product-content.js";
import { inMemoryStores } from "../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../fakes/in-memory-database.js";
import { embeddedStore, outboxTypes } from "./embedded-store.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const PRODUCTS = [1, 2, 3] as const;

/**
 * What one unit of work does with one product: with which slug and SKU it is saved, or that it
 * goes.
 */
interface Step {
  readonly product: number;
  readonly does: "create" | "revise" | "revise twice" | "delete";
  readonly slug: number;
  readonly sku: number | null;
}

const step = fc.record<Step>({
  product: fc.constantFrom(...PRODUCTS),
  does: fc.constantFrom("create", "revise", "revise", "revise twice", "delete"),
  slug: fc.constantFrom(1, 2, 3, 4),
  sku: fc.constantFrom(1, 2, 3, null),
});
const unit = fc.uniqueArray(step, {
  selector: ({ product }) => product,
  minLength: 1,
  maxLength: 3,
});

const content = ({ product, slug, sku }: Step) =>
  productContent(product, {
    slug: `mug-${slug}`,
    variants: [aVariant(product, { sku: sku === null ? null : `SKU-${sku}` })],
  });

/** @returns what came of it: "done", or the kind of the refusal */
const run = (
  unitOfWork: UnitOfWork<Pick<Stores, "products">>,
  steps: readonly Step[],
): Promise<string> =>
  unitOfWork
    .run(async ({ products }) => {
      const saved: Product[] = [];
      const removed: Product[] = [];
      for (const one of steps) {
        // Ids are unique, so existing products are revised.
        const existing = await products.get(productId(one.product)).catch(() => null);
        if (existing === null && one.does !== "create") continue;
        const product = existing ?? Product.create(productId(one.product), content(one), NOW);
        if (one.does === "revise twice")
          product.revise({ ...product.snapshot(), title: `${product.snapshot().title}!` }, NOW);
        if (one.does !== "delete") product.revise(content(one), NOW);
        if (one.does === "delete") product.delete();
        (one.does === "delete" ? removed : saved).push(product);
      }
      await products.remove(removed);
      await products.save(saved);
      return "done";
    })
    .catch((error: unknown) => (error instanceof Error ? error.constructor.name : String(error)));

const stored = (unitOfWork: UnitOfWork<Pick<Stores, "products">>) =>
  unitOfWork.run(async ({ products }) =>
    Promise.all(
      PRODUCTS.map((n) =>
        products.get(productId(n)).then(
          (product) => product.snapshot(),
          () => null,
        ),
      ),
    ),
  );

test("after any actions on products, the fake and the embedded store have the same results and the same content", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 6 }), async (units) => {
      const store = await embeddedStore();
      const memory = new InMemoryDatabase();
      const fake = memory.unitOfWork(inMemoryStores);
      try {
        for (const steps of units)
          expect(await run(fake, steps)).toBe(await run(store.unitOfWork, steps));
        expect(await stored(fake)).toEqual(await stored(store.unitOfWork));
        expect(memory.outbox.map(({ type }) => type)).toEqual(await outboxTypes(store));
      } finally {
        await store.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
