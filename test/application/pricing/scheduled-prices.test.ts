import { beforeEach, describe, expect, test } from "vitest";
import { cancelScheduledPrices } from "../../../src/application/pricing/scheduled-prices/cancel-scheduled-prices.js";
import { changePrice } from "../../../src/application/pricing/scheduled-prices/change-price.js";
import {
  variantPriceSchedule,
  type VariantPriceSchedule,
} from "../../../src/application/pricing/scheduled-prices/variant-price-schedule.js";
import { productUpdate } from "../../../src/application/catalog/products/product-update.js";
import type { StoredEvent } from "../../../src/application/shared/events.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import { VariantNotFound } from "../../../src/domain/catalog/variants/errors.js";
import type { VariantPrice } from "../../../src/domain/pricing/variant-price.js";
import { Money } from "../../../src/domain/shared/money.js";
import { fillShop } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import type { StoredListing } from "../../fakes/catalog/in-memory-products.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import type { StoredWork } from "../../fakes/in-memory-schedule.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const MUG = variantId(1);
const HOUR_MS = 3_600_000;

describe("scheduled prices", () => {
  let database = new InMemoryDatabase();
  let clock: MovableClock = movableClock();
  const ids = numberedIds();
  const unitOfWork = () => database.unitOfWork(inMemoryStores);
  const hours = (n: number): Date =>
    new Date(new Date("2026-01-01T12:00:00.000Z").getTime() + n * HOUR_MS);

  beforeEach(async () => {
    [database, clock] = [new InMemoryDatabase(), movableClock()];
    await fillShop(unitOfWork(), {
      products: [{ number: 1, pricesAndStock: [{ price: "20.00", cost: "8.00" }] }],
    });
  });

  const schedule = (more: Partial<VariantPriceSchedule>) =>
    variantPriceSchedule({ unitOfWork: unitOfWork(), clock, ids, currency: "EUR" })(
      { variantId: MUG, at: hours(1), price: "15", ...more },
      ADMIN_KEY_HOLDER,
    );
  const pendingWork = () =>
    [...database.rows<StoredWork>("work").values()]
      .filter(({ kind }) => kind === changePrice({ clock, ids }).kind)
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  /**
   * Runs due work like a scheduler: earliest first, and removed in the unit of work of its effect.
   */
  const at = async (hour: number): Promise<void> => {
    clock.forward(hours(hour).getTime() - clock.now().getTime());
    for (let [next] = pendingWork().filter(isDue); next; [next] = pendingWork().filter(isDue)) {
      const work = next;
      await unitOfWork().run(async (stores) => {
        database.rows<StoredWork>("work").delete(work.id);
        await changePrice({ clock, ids }).run(work, stores);
      });
    }
  };
  const isDue = ({ dueAt }: StoredWork): boolean => dueAt <= clock.now();
  const price = async (): Promise<string | null> => {
    const stored = (await unitOfWork().run(({ prices }) => prices.lock([MUG]))).get(MUG);
    return stored?.price ? textOf(stored.price) : null;
  };
  const textOf = ({ price: amount, compareAt, cost }: VariantPrice): string =>
    [amount, compareAt, cost].map((money) => money?.toDecimal() ?? "-").join(" ");
  const setPrice = (next: string) =>
    unitOfWork().run(async ({ prices }) => {
      const stored = (await prices.lock([MUG])).get(MUG);
      if (!stored?.price) return;
      stored.set({ ...stored.price, price: Money.parse(next, "EUR") });
      await prices.save([stored]);
    });

  test("a scheduled price is valid from its time on, also in the listing, and the history names the scheduler", async () => {
    await schedule({ compareAtPrice: "20" });
    await at(0.9);
    expect(await price()).toBe("20.00 - 8.00");

    await at(1);
    expect(await price()).toBe("15.00 20.00 8.00");
    expect(database.rows<StoredListing>("listing").get(productId(1))).toMatchObject({
      priceRange: { min: { minorUnits: 1500 }, max: { minorUnits: 1500 } },
      onSale: true,
    });
    expect([...database.rows("product_revision").values()]).toMatchObject([
      {
        actor: "scheduler",
        version: 1,
        changes: [
          { path: `variants.${MUG}.price`, before: "20.00 EUR", after: "15.00 EUR" },
          { path: `variants.${MUG}.compareAt` },
        ],
      },
    ]);
    expect(database.outbox.at(-1)).toMatchObject({
      type: "pricing.price-changed",
      variantId: MUG,
      productId: productId(1),
      version: 2,
    });
  });

  test("a temporary price is reverted at its end", async () => {
    await schedule({ until: hours(2), compareAtPrice: "20" });
    await at(1);
    expect(await price()).toBe("15.00 20.00 8.00");
    await at(2);
    expect(await price()).toBe("20.00 - 8.00");
    expect(pendingWork()).toEqual([]);
  });

  test("a price that is set during a temporary price stays", async () => {
    await schedule({ until: hours(2) });
    await at(1);
    await setPrice("17");
    await at(2);

    expect(await price()).toBe("17.00 - 8.00");
  });

  test("a temporary price that follows another without a gap is reverted to the price before both", async () => {
    await schedule({ price: "12", at: hours(2), until: hours(3) });
    await schedule({ price: "15", at: hours(1), until: hours(2) });
    await at(1);
    await at(2);
    expect(await price()).toBe("12.00 - 8.00");
    await at(3);

    expect(await price()).toBe("20.00 - 8.00");
  });

  test.each([
    ["ends before", 4],
    ["ends together with", 5],
  ])(
    "a temporary price that %s an enclosing one is reverted to it, and finally to the first price",
    async (_, end) => {
      await schedule({ price: "15", at: hours(1), until: hours(5) });
      await schedule({ price: "12", at: hours(2), until: hours(end) });
      await at(1);
      await at(2);
      expect(await price()).toBe("12.00 - 8.00");
      await at(4);
      expect(await price()).toBe(end === 4 ? "15.00 - 8.00" : "12.00 - 8.00");
      await at(5);

      expect(await price()).toBe("20.00 - 8.00");
    },
  );

  test("a temporary price that ends after an enclosing one is refused", async () => {
    await schedule({ price: "15", at: hours(1), until: hours(3) });
    expect((await schedule({ price: "12", at: hours(2), until: hours(4) })).refusals).toMatchObject(
      [{ code: "INVALID_SCHEDULE_TIME", path: ["until"] }],
    );
    await at(1);
    expect((await schedule({ price: "12", at: hours(2), until: hours(4) })).refusals).toMatchObject(
      [{ code: "INVALID_SCHEDULE_TIME", path: ["until"] }],
    );
    expect((await schedule({ price: "12", at: hours(2), until: hours(3) })).refusals).toEqual([]);
  });

  test("an overdue change of another scheduler is made first", async () => {
    await schedule({ price: "15", at: hours(1) });
    await schedule({ price: "12", at: hours(2), compareAtPrice: "15" });
    const [, second] = pendingWork();
    clock.forward(3 * HOUR_MS);
    await unitOfWork().run(async (stores) => {
      if (!second) throw new Error("Two price changes must be scheduled.");
      await stores.schedule.cancel([second.id]);
      await changePrice({ clock, ids }).run(second, stores);
    });

    expect(await price()).toBe("12.00 15.00 8.00");
    expect(pendingWork()).toEqual([]);
  });

  test("a temporary price that ended while no scheduler ran is skipped, and a later one is not", async () => {
    await schedule({ price: "15", until: hours(2) });
    await schedule({ price: "18", at: hours(3) });
    await at(5);

    expect(await price()).toBe("18.00 - 8.00");
    expect(database.rows("product_revision").size).toBe(1);
  });

  test("a variant without a price has none again after a temporary price", async () => {
    await unitOfWork().run(({ prices }) => prices.remove([MUG]));
    await schedule({ until: hours(2) });
    await at(1);
    expect(await price()).toBe("15.00 - -");
    await at(2);
    expect(await price()).toBeNull();
  });

  test("a scheduled price that equals the present one changes nothing", async () => {
    await schedule({ price: "20" });
    await at(1);

    expect(database.rows("product_revision").size).toBe(0);
  });

  test("a scheduled price of a deleted variant fails", async () => {
    await schedule({});
    await unitOfWork().run(async ({ products }) => {
      const product = await products.get(productId(1));
      product.delete();
      await products.remove([product]);
    });

    await expect(at(1)).rejects.toThrow(VariantNotFound);
  });

  test("the scheduled prices of removed variants are cancelled, and no others", async () => {
    await schedule({});
    const eventOf = (type: string, facts: object): StoredEvent => ({
      id: "e",
      type,
      aggregateId: productId(1),
      sequence: 2,
      occurredAt: clock.now(),
      facts: { ...facts },
    });
    const handle = (event: StoredEvent) =>
      unitOfWork().run((stores) => cancelScheduledPrices.handle(event, stores));

    await handle(eventOf("catalog.product-updated", { changed: ["title"] }));
    await handle(
      eventOf("catalog.product-updated", {
        changed: ["variants"],
        removedVariants: [variantId(2)],
      }),
    );
    expect(pendingWork()).toHaveLength(1);
    await handle(eventOf("catalog.product-deleted", { removedVariants: [variantId(2), MUG] }));
    expect(pendingWork()).toEqual([]);
  });

  test("an edit of the product does not change its scheduled prices", async () => {
    await schedule({});
    await productUpdate({ unitOfWork: unitOfWork(), clock })(
      { id: productId(1), changes: { title: "Tall mug" } },
      ADMIN_KEY_HOLDER,
    );
    await at(1);

    expect(await price()).toBe("15.00 - 8.00");
  });
});
