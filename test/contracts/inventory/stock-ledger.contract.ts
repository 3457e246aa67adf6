import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimStock, releaseStock } from "../../../src/application/inventory/inventory.js";
import { releaseExpiredHolds } from "../../../src/application/inventory/reservations/release-expired-holds.js";
import { minutes, NOW, SIZES, stockShop, type StockSubject } from "./stock-shop.js";

/** Something that happens to the stock of a shop. */
type Happening =
  | { readonly does: "count" | "adjust"; readonly size: number; readonly units: number }
  | {
      readonly does: "reserve";
      readonly holder: number;
      readonly units: readonly number[];
      readonly isExpired: boolean;
      readonly policy: "DENY" | "CONTINUE";
    }
  | { readonly does: "release" | "claim"; readonly holder: number }
  | { readonly does: "job" };

const size = fc.nat({ max: SIZES.length - 1 });
const holder = fc.nat({ max: 5 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ does: fc.constant("count" as const), size, units: fc.nat({ max: 12 }) }),
  fc.record({
    does: fc.constant("adjust" as const),
    size,
    units: fc.integer({ min: -3, max: 5 }).filter((by) => by !== 0),
  }),
  fc.record({
    does: fc.constant("reserve" as const),
    holder,
    units: fc.array(fc.nat({ max: 3 }), { minLength: SIZES.length, maxLength: SIZES.length }),
    isExpired: fc.boolean(),
    policy: fc.constantFrom("DENY" as const, "DENY" as const, "CONTINUE" as const),
  }),
  fc.record({ does: fc.constantFrom("release" as const, "claim" as const), holder }),
  fc.record({ does: fc.constant("job" as const) }),
);

interface Hold {
  readonly holder: number;
  readonly units: number;
  readonly isExpired: boolean;
}

/** What a stock item must have: a model that knows no statement. */
class ModelItem {
  holds: Hold[] = [];
  claimed = 0;
  /** Whether more may be promised than is on hand. */
  isExcused = false;

  constructor(public onHand: number) {}

  get reserved(): number {
    return this.holds.reduce((sum, { units }) => sum + units, 0);
  }
  get available(): number {
    return this.onHand - this.reserved - this.claimed;
  }
  end(ends: (hold: Hold) => boolean): number {
    const before = this.reserved;
    this.holds = this.holds.filter((hold) => !ends(hold));
    return before - this.reserved;
  }
  setOnHand(units: number): void {
    this.onHand = units;
    if (units < this.reserved + this.claimed) this.isExcused = true;
  }
}

/** The stock ledger after anything that may happen, in every store. */
export const stockLedgerContract = (name: string, open: () => Promise<StockSubject>): void => {
  describe(`the stock ledger: ${name}`, () => {
    test("every figure is the sum of its movements, and no more is promised than is on hand", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 40 }), async (all) => {
          const subject = await open();
          try {
            await happen(subject, all);
          } finally {
            await subject.close?.();
          }
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });
  });
};

const happen = async (subject: StockSubject, all: readonly Happening[]): Promise<void> => {
  const shop = stockShop(() => subject);
  await shop.fillShelves([6, 3, 0]);
  const model = SIZES.map((_, n) => new ModelItem([6, 3, 0][n] ?? 0));
  for (const one of all) {
    await happenOnce(shop, model, one);
    const stored = await Promise.all(SIZES.map((variant) => shop.figuresOf(variant)));
    expect(stored).toEqual(
      model.map(({ onHand, reserved, claimed }) => [onHand, reserved, claimed]),
    );
    for (const { isExcused, available } of model)
      expect(isExcused || available >= 0, "more is promised than is on hand").toBe(true);
  }
  expect(await shop.defects()).toEqual([]);
};

const happenOnce = async (
  shop: ReturnType<typeof stockShop>,
  model: readonly ModelItem[],
  one: Happening,
): Promise<void> => {
  switch (one.does) {
    case "count":
    case "adjust": {
      const [variant, item] = [SIZES[one.size], model[one.size]];
      if (!variant || !item) return;
      await shop[one.does](variant, one.units);
      item.setOnHand(one.does === "count" ? one.units : item.onHand + one.units);
      return;
    }
    case "reserve":
      return reserve(shop, model, one);
    case "release":
    case "claim":
      await shop.run(async (stores) => {
        const settle = one.does === "claim" ? claimStock : releaseStock;
        await settle(stores, `order_${one.holder}`);
      });
      for (const item of model) {
        const ended = item.end((hold) => hold.holder === one.holder);
        if (one.does === "claim") item.claimed += ended;
      }
      return;
    case "job":
      await shop.run((stores) => releaseExpiredHolds.run(NOW, stores));
      for (const item of model) item.end(({ isExpired }) => isExpired);
  }
};

const reserve = async (
  shop: ReturnType<typeof stockShop>,
  model: readonly ModelItem[],
  one: Extract<Happening, { does: "reserve" }>,
): Promise<void> => {
  const wanted = SIZES.flatMap((variant, n) => {
    const [units, item] = [one.units[n] ?? 0, model[n]];
    return units > 0 && item ? [{ variant, units, item }] : [];
  });
  const withoutExpired = (item: ModelItem): number =>
    item.onHand -
    item.claimed -
    item.holds.reduce((sum, { units, isExpired }) => sum + (isExpired ? 0 : units), 0);
  const short = wanted.filter(({ units, item }) => withoutExpired(item) < units);
  const shortages = await shop.reserve(
    `order_${one.holder}`,
    wanted.map(({ variant, units }) => [variant, units] as const),
    { expiresAt: minutes(one.isExpired ? -1 : 1), policy: { soldOutPolicy: one.policy } },
  );
  expect(shortages).toHaveLength(one.policy === "CONTINUE" ? 0 : short.length);
  if (shortages.length > 0) return;
  for (const { units, item } of wanted) {
    // Expired holds end only where there is not enough without them.
    if (item.available < units) item.end(({ isExpired }) => isExpired);
    item.holds.push({ holder: one.holder, units, isExpired: one.isExpired });
    if (one.policy === "CONTINUE" && item.available < 0) item.isExcused = true;
  }
};
