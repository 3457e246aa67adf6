import { fractionDigits } from "../shared/currencies.js";
import { Problems } from "../shared/problems.js";
import { TooMany } from "../shared/too-many.js";
import { DeliveryStepsOverlap, InvalidDeliveryOption } from "./errors.js";

/**
 * How a delivery is priced: at one price, by weight, subtotal or number of units, at one price for
 * pickup at a location, or by a carrier.
 */
export const DELIVERY_KINDS = [
  "FLAT",
  "BY_WEIGHT",
  "BY_SUBTOTAL",
  "BY_QUANTITY",
  "PICKUP",
  "CARRIER",
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** The price of a delivery within bounds. All numbers are whole and not negative. */
export interface DeliveryStep {
  /** Grams, minor units or units, as the kind of the option says. Included. */
  readonly from: number;
  /** Included; null: without end. */
  readonly upTo: number | null;
  /** Minor units. */
  readonly price: number;
}

/** What a delivery costs in one currency. Amounts are in minor units. */
export interface DeliveryRate {
  /** ISO 4217. */
  readonly currency: string;
  /**
   * One step without bounds where the kind has one price. Of a carrier none, or one with the price
   * for carts whose carrier does not answer.
   */
  readonly steps: readonly DeliveryStep[];
  /** From which subtotal on the delivery is free; null: it never is. */
  readonly freeFrom: number | null;
  readonly minSubtotal: number | null;
  readonly maxSubtotal: number | null;
}

const MAX_STEPS = 100;
// Far above any price of a delivery, and small enough that sums stay exact.
const LARGEST = 1_000_000_000_000;

const HAS_STEPS: ReadonlySet<DeliveryKind> = new Set(["BY_WEIGHT", "BY_SUBTOTAL", "BY_QUANTITY"]);

/** Whether options of a kind have a table of prices. */
export const hasSteps = (kind: DeliveryKind): boolean => HAS_STEPS.has(kind);

/**
 * A rate in its stored form: its steps in ascending order.
 * @throws Refused with UnknownCurrency, InvalidDeliveryOption, TooMany, DeliveryStepsOverlap
 */
export const checkedRate = (kind: DeliveryKind, rate: DeliveryRate): DeliveryRate => {
  const problems = new Problems();
  problems.collect(() => fractionDigits(rate.currency), "currency");
  for (const name of ["freeFrom", "minSubtotal", "maxSubtotal"] as const)
    checkWhole(rate[name], [name], problems);
  if (rate.minSubtotal !== null && rate.maxSubtotal !== null && rate.maxSubtotal < rate.minSubtotal)
    problems.add(
      new InvalidDeliveryOption("The highest subtotal must not be below the lowest one.", [
        "maxSubtotal",
      ]),
    );
  checkSteps(kind, rate.steps, problems);
  problems.throwIfAny();
  return { ...rate, steps: rate.steps.toSorted((a, b) => a.from - b.from) };
};

const checkSteps = (
  kind: DeliveryKind,
  steps: readonly DeliveryStep[],
  problems: Problems,
): void => {
  if (steps.length > MAX_STEPS)
    return problems.add(new TooMany("steps", steps.length, MAX_STEPS).prefixPath(["steps"]));
  for (const [index, { from, upTo, price }] of steps.entries()) {
    const path = ["steps", String(index)];
    checkWhole(from, [...path, "from"], problems);
    checkWhole(upTo, [...path, "upTo"], problems);
    checkWhole(price, [...path, "price"], problems);
    if (upTo !== null && upTo < from)
      problems.add(new InvalidDeliveryOption("A step ends before it starts.", [...path, "upTo"]));
  }
  if (hasSteps(kind)) {
    if (steps.length === 0)
      problems.add(new InvalidDeliveryOption("Enter at least one step.", ["steps"]));
    checkStepsApart(steps, problems);
  } else if (kind !== "CARRIER" && steps.length === 0)
    problems.add(new InvalidDeliveryOption("Enter the price.", ["price"]));
};

const checkStepsApart = (steps: readonly DeliveryStep[], problems: Problems): void => {
  const ascending = [...steps.entries()].toSorted(([, a], [, b]) => a.from - b.from);
  for (const [position, [index, step]] of ascending.entries()) {
    const [, before] = ascending[position - 1] ?? [];
    if (before && (before.upTo === null || before.upTo >= step.from))
      problems.add(
        new DeliveryStepsOverlap(written(step), written(before), ["steps", String(index), "from"]),
      );
  }
};

const written = ({ from, upTo }: DeliveryStep): string => `${from}–${upTo ?? ""}`;

const checkWhole = (number: number | null, path: readonly string[], problems: Problems): void => {
  if (number !== null && !(Number.isSafeInteger(number) && number >= 0 && number <= LARGEST))
    problems.add(
      new InvalidDeliveryOption(
        `Use a whole number from 0 to ${LARGEST} of the smallest unit.`,
        path,
      ),
    );
};
