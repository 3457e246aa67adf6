import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deliveryPrice } from "../../../src/domain/delivery/delivery-price.js";
import { checkedRate, type DeliveryStep } from "../../../src/domain/delivery/delivery-rate.js";
import type { DeliveryOptionContent } from "../../../src/domain/delivery/option-content.js";
import { type LineToDeliver, parcelOf } from "../../../src/domain/delivery/parcel.js";
import { aDelivery, anOption, AUSTRIAN, NORWAY, NOW, rate, SWEDEN, SWISS } from "./an-option.js";

const STEPS = [
  { from: 0, upTo: 1_000, price: 390 },
  { from: 1_001, upTo: 5_000, price: 690 },
];

const outcome = (
  option: Partial<DeliveryOptionContent>,
  delivery: Parameters<typeof aDelivery>[0] = {},
): string => {
  const price = deliveryPrice(anOption(option), aDelivery(delivery));
  if (price.kind === "PRICED") return price.amount.toDecimal();
  return price.kind === "NOT_ELIGIBLE" ? price.reason : price.kind;
};
const parcel = (more: object) => ({
  parcel: { subtotal: 2_000, weight: 1_500, quantity: 3, ...more },
});

describe("the price of a delivery", () => {
  test("is one price, or that of the step of the weight, the subtotal or the number of units", () => {
    expect([
      outcome({}),
      outcome({ kind: "BY_WEIGHT", rates: [rate({ steps: STEPS })] }),
      outcome({ kind: "BY_WEIGHT", rates: [rate({ steps: STEPS })] }, parcel({ weight: 1_000 })),
      outcome({ kind: "BY_SUBTOTAL", rates: [rate({ steps: STEPS })] }),
      outcome({ kind: "BY_QUANTITY", rates: [rate({ steps: STEPS })] }),
      outcome({ kind: "BY_WEIGHT", rates: [rate({ steps: STEPS })] }, parcel({ weight: 5_001 })),
    ]).toEqual(["4.90", "6.90", "3.90", "6.90", "3.90", "NO_STEP"]);
  });

  test("is zero from a subtotal on, and says so in a step of its own", () => {
    const price = deliveryPrice(anOption({ rates: [rate({ freeFrom: 2_000 })] }), aDelivery());

    expect(price).toMatchObject({
      kind: "PRICED",
      amount: { minorUnits: 0 },
      steps: [
        { amount: { minorUnits: 490 }, reason: "Parcel" },
        { amount: { minorUnits: -490 }, reason: "Free from 20.00 EUR" },
      ],
    });
    expect(outcome({ rates: [rate({ freeFrom: 2_001 })] })).toBe("4.90");
  });

  test("of a carrier is named when there is a cart, within the same bounds", () => {
    const carrier = { carrier: "dhl", service: "express" };

    expect([
      outcome({ kind: "CARRIER", carrier, rates: [] }),
      outcome({ kind: "CARRIER", carrier, rates: [], zones: [SWEDEN] }),
      outcome({ kind: "CARRIER", carrier, rates: [rate({ minSubtotal: 9_000 })] }),
    ]).toEqual(["PRICED_IN_CART", "OTHER_ZONE", "SUBTOTAL_TOO_LOW"]);
  });

  test("does not exist where the option is not eligible, with the reason", () => {
    const past = { from: null, until: NOW };
    const since = { from: NOW, until: null };

    expect([
      outcome({ isActive: false }),
      outcome({ windows: [past] }),
      outcome({ windows: [past, since] }),
      outcome({ markets: [SWISS] }),
      outcome({ markets: [SWISS, AUSTRIAN] }),
      outcome({ zones: [SWEDEN] }),
      outcome({ zones: [SWEDEN] }, { zone: null }),
      outcome({ zones: [SWEDEN, NORWAY] }),
      outcome({ maxWeight: 1_499 }),
      outcome({ maxWeight: 1_500 }),
      outcome({}, { currency: "CHF" }),
      outcome({ rates: [rate({ minSubtotal: 2_001 })] }),
      outcome({ rates: [rate({ minSubtotal: 2_000, maxSubtotal: 2_000 })] }),
      outcome({ rates: [rate({ maxSubtotal: 1_999 })] }),
    ]).toEqual([
      "INACTIVE",
      "OUTSIDE_WINDOWS",
      "4.90",
      "OTHER_MARKET",
      "4.90",
      "OTHER_ZONE",
      "OTHER_ZONE",
      "4.90",
      "TOO_HEAVY",
      "4.90",
      "NO_PRICE_IN_CURRENCY",
      "SUBTOTAL_TOO_LOW",
      "4.90",
      "SUBTOTAL_TOO_HIGH",
    ]);
  });
});

const lines = fc.array(
  fc.record<LineToDeliver>({
    quantity: fc.integer({ min: 1, max: 100_000 }),
    price: fc.integer({ min: 0, max: 1_000_000_000 }),
    weightMilligrams: fc.option(fc.integer({ min: 0, max: 100_000_000 }), { nil: null }),
    requiresShipping: fc.boolean(),
  }),
  { maxLength: 30 },
);

/** Steps that touch each other, with prices that never fall. */
const risingSteps = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 500 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((widths) => {
    const steps: DeliveryStep[] = [];
    let [from, price] = [0, 0];
    for (const [index, [width, rise]] of widths.entries()) {
      price += rise;
      const upTo = index === widths.length - 1 ? null : from + width - 1;
      steps.push({ from, upTo, price });
      from += width;
    }
    return steps;
  });

describe("any delivery", () => {
  test("is the same parcel in whatever order its lines are, and whether or not one is split", () => {
    fc.assert(
      fc.property(lines, fc.integer(), (some, seed) => {
        const shuffled = some.toSorted(
          (a, b) => ((a.price * 31 + seed) % 101) - ((b.price * 31 + seed) % 101),
        );
        const split = shuffled.flatMap((line) =>
          line.quantity === 1
            ? [line]
            : [
                { ...line, quantity: 1 },
                { ...line, quantity: line.quantity - 1 },
              ],
        );

        expect(parcelOf(shuffled)).toEqual(parcelOf(some));
        expect(parcelOf(split)).toEqual(parcelOf(some));
      }),
    );
  });

  test("never costs less than zero, nor less for more where the steps rise", () => {
    const kinds = fc.constantFrom("BY_WEIGHT", "BY_SUBTOTAL", "BY_QUANTITY");
    const amount = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(
        kinds,
        risingSteps,
        amount,
        amount,
        fc.option(amount, { nil: null }),
        (...given) => {
          const [kind, steps, small, more, freeFrom] = given;
          const option = anOption({ kind, rates: [rate({ steps, freeFrom })] });
          const costs = (measure: number): number => {
            const all = { subtotal: measure, weight: measure, quantity: measure };
            const price = deliveryPrice(option, aDelivery({ parcel: all }));
            if (price.kind !== "PRICED") throw new Error(price.kind);
            const sum = price.steps.reduce((total, step) => total + step.amount.minorUnits, 0);
            expect(sum).toBe(price.amount.minorUnits);
            return sum;
          };

          expect(costs(small)).toBeGreaterThanOrEqual(0);
          if (freeFrom === null) expect(costs(small + more)).toBeGreaterThanOrEqual(costs(small));
          else expect(costs(freeFrom)).toBe(0);
        },
      ),
    );
  });

  test("has at most one step for each measure, because overlapping steps are refused", () => {
    const step = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }))
      .map(([from, width]) => ({ from, upTo: from + width, price: 1 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const most = Math.max(
          ...Array.from(
            { length: 51 },
            (_, measure) =>
              steps.filter(({ from, upTo }) => from <= measure && measure <= upTo).length,
          ),
        );
        const check = () => checkedRate("BY_WEIGHT", rate({ steps }));

        if (most > 1) expect(check).toThrow("overlaps the step");
        else expect(check).not.toThrow();
      }),
    );
  });
});

test("a parcel weighs what is sent, in grams that are rounded up once", () => {
  const sent = { quantity: 3, price: 100, weightMilligrams: 500, requiresShipping: true };

  expect(
    parcelOf([
      sent,
      { ...sent, weightMilligrams: null },
      { quantity: 1, price: 50, weightMilligrams: 9_000, requiresShipping: false },
    ]),
  ).toEqual({ subtotal: 650, weight: 2, quantity: 6 });
  expect(parcelOf([{ ...sent, quantity: 100_000, price: Number.MAX_SAFE_INTEGER }])).toBeNull();
});
