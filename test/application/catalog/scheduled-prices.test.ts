import { beforeEach, describe, expect, test } from "vitest";
import { changePrice } from "../../../src/application/catalog/offers/change-price.js";
import { forgetScheduledPrices } from "../../../src/application/catalog/offers/forget-scheduled-prices.js";
import {
  schedulePrice,
  type SchedulePrice,
} from "../../../src/application/catalog/offers/schedule-price.js";
import { updateProduct } from "../../../src/application/catalog/products/update-product.js";
import type { StoredEvent } from "../../../src/application/shared/events.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import { VariantNotFound } from "../../../src/domain/catalog/errors.js";
import type { VariantPrice } from "../../../src/domain/pricing/variant-price.js";
import { Money } from "../../../src/domain/shared/money.js";
import { productId, variantId } from "../../builders/product-content.js";
import { fillShelf } from "../../builders/shelf.js";
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
    await fillShelf(unitOfWork(), {
      products: [{ number: 1, tags: [{ price: "20.00", cost: "8.00" }] }],
    });
  });

  const plan = (more: Partial<SchedulePrice>) =>
    schedulePrice({ unitOfWork: unitOfWork(), clock, ids, currency: "EUR" })(
      { variantId: MUG, at: hours(1), price: "15", ...more },
      ADMIN_KEY_HOLDER,
    );
  const works = () =>
    [...database.rows<StoredWork>("work").values()]
      .filter(({ kind }) => kind === changePrice({ clock, ids }).kind)
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  /** What a scheduler does: whatever is due, soonest first, marked as done in the unit of work of its effect. */
  const at = async (hour: number): Promise<void> => {
    clock.forward(hours(hour).getTime() - clock.now().getTime());
    for (let [next] = works().filter(isDue); next; [next] = works().filter(isDue)) {
      const work = next;
      await unitOfWork().run(async (stores) => {
        database.rows<StoredWork>("work").delete(work.id);
        await changePrice({ clock, ids }).run(work, stores);
      });
    }
  };
  const isDue = ({ dueAt }: StoredWork): boolean => dueAt <= clock.now();
  const price = async (): Promise<string | null> => {
    const stored = (await unitOfWork().run(({ prices }) => prices.byVariant([MUG]))).get(MUG);
    return stored ? told(stored) : null;
  };
  const told = ({ price: amount, compareAt, cost }: VariantPrice): string =>
    [amount, compareAt, cost].map((money) => money?.toDecimal() ?? "-").join(" ");
  const byHand = (next: string) =>
    unitOfWork().run(async ({ prices }) => {
      const stored = (await prices.byVariant([MUG])).get(MUG);
      if (stored) await prices.save([{ ...stored, price: Money.parse(next, "EUR") }]);
    });

  test("a price holds from its time on, in lists too, and the history says that it was scheduled", async () => {
    await plan({ compareAtPrice: "20" });
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
        version: 2,
        changes: [
          { path: `variants.${MUG}.price`, before: "20.00 EUR", after: "15.00 EUR" },
          { path: `variants.${MUG}.compareAt` },
        ],
      },
    ]);
    expect(database.outbox.at(-1)).toMatchObject({
      type: "catalog.product-updated",
      version: 2,
      changed: ["prices"],
    });
  });

  test("a price for a time goes back", async () => {
    await plan({ until: hours(2), compareAtPrice: "20" });
    await at(1);
    expect(await price()).toBe("15.00 20.00 8.00");
    await at(2);
    expect(await price()).toBe("20.00 - 8.00");
    expect(works()).toEqual([]);
  });

  test("whoever sets a price while another one holds for a time has the last word", async () => {
    await plan({ until: hours(2) });
    await at(1);
    await byHand("17");
    await at(2);

    expect(await price()).toBe("17.00 - 8.00");
  });

  test("a price that follows another one without a gap goes back to what held before both", async () => {
    await plan({ price: "12", at: hours(2), until: hours(3) });
    await plan({ price: "15", at: hours(1), until: hours(2) });
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
    "a price within another one that it %s goes back to that, and at last all is as it was",
    async (_, end) => {
      await plan({ price: "15", at: hours(1), until: hours(5) });
      await plan({ price: "12", at: hours(2), until: hours(end) });
      await at(1);
      await at(2);
      expect(await price()).toBe("12.00 - 8.00");
      await at(4);
      expect(await price()).toBe(end === 4 ? "15.00 - 8.00" : "12.00 - 8.00");
      await at(5);

      expect(await price()).toBe("20.00 - 8.00");
    },
  );

  test("a price that would end after another one had gone back is refused", async () => {
    await plan({ price: "15", at: hours(1), until: hours(3) });
    expect((await plan({ price: "12", at: hours(2), until: hours(4) })).refusals).toMatchObject([
      { code: "INVALID_SCHEDULE_TIME", path: ["until"] },
    ]);
    await at(1);
    expect((await plan({ price: "12", at: hours(2), until: hours(4) })).refusals).toMatchObject([
      { code: "INVALID_SCHEDULE_TIME", path: ["until"] },
    ]);
    expect((await plan({ price: "12", at: hours(2), until: hours(3) })).refusals).toEqual([]);
  });

  test("what another scheduler has not come to yet is done first", async () => {
    await plan({ price: "15", at: hours(1) });
    await plan({ price: "12", at: hours(2), compareAtPrice: "15" });
    const [, second] = works();
    clock.forward(3 * HOUR_MS);
    await unitOfWork().run(async (stores) => {
      if (!second) throw new Error("Two price changes were planned.");
      await stores.schedule.cancel([second.id]);
      await changePrice({ clock, ids }).run(second, stores);
    });

    expect(await price()).toBe("12.00 15.00 8.00");
    expect(works()).toEqual([]);
  });

  test("a price whose time has passed while nobody worked is left out, and a later one is not", async () => {
    await plan({ price: "15", until: hours(2) });
    await plan({ price: "18", at: hours(3) });
    await at(5);

    expect(await price()).toBe("18.00 - 8.00");
    expect(database.rows("product_revision").size).toBe(1);
  });

  test("a variant that had no price has none again afterwards", async () => {
    await unitOfWork().run(({ prices }) => prices.remove([MUG]));
    await plan({ until: hours(2) });
    await at(1);
    expect(await price()).toBe("15.00 - -");
    await at(2);
    expect(await price()).toBeNull();
  });

  test("a price that is reached already changes nothing", async () => {
    await plan({ price: "20" });
    await at(1);

    expect(database.rows("product_revision").size).toBe(0);
  });

  test("of a variant that is gone no price can be changed", async () => {
    await plan({});
    await unitOfWork().run(async ({ products }) => {
      const product = await products.get(productId(1));
      product.delete();
      await products.remove([product]);
    });

    await expect(at(1)).rejects.toThrow(VariantNotFound);
  });

  test("what is planned for variants that are removed is forgotten, and for no others", async () => {
    await plan({});
    const event = (type: string, facts: object): StoredEvent => ({
      id: "e",
      type,
      aggregateId: productId(1),
      sequence: 2,
      occurredAt: clock.now(),
      facts: { ...facts },
    });
    const take = (one: StoredEvent) =>
      unitOfWork().run((stores) => forgetScheduledPrices.take(one, stores));

    await take(event("catalog.product-updated", { changed: ["title"] }));
    await take(
      event("catalog.product-updated", { changed: ["variants"], removedVariants: [variantId(2)] }),
    );
    expect(works()).toHaveLength(1);
    await take(event("catalog.product-deleted", { removedVariants: [variantId(2), MUG] }));
    expect(works()).toEqual([]);
  });

  test("an edit of the product does not touch what is planned", async () => {
    await plan({});
    await updateProduct({ unitOfWork: unitOfWork(), clock })(
      { id: productId(1), changes: { title: "Tall mug" } },
      ADMIN_KEY_HOLDER,
    );
    await at(1);

    expect(await price()).toBe("15.00 - 8.00");
  });
});
