import type { PriceChange, PriceReturn } from "../../domain/pricing/price-change.js";
import type { PriceWindow } from "../../domain/pricing/schedule-times.js";
import { Money } from "../../domain/shared/money.js";
import type { WorkId } from "../shared/schedule.js";

/** The kind of scheduled work that changes the price of a variant; its subject is the variant. */
export const CHANGE_PRICE = "pricing.change-price";

/** What is to happen to a price at a time. */
export type PricePlan =
  | {
      readonly does: "change";
      readonly change: PriceChange;
      /** When it goes back; null for never. */ readonly until: Date | null;
    }
  | { readonly does: "return"; readonly back: PriceReturn };

/** A plan with its place among the others of a variant. */
export interface PlannedPrice {
  readonly id: WorkId;
  readonly at: Date;
  readonly plan: PricePlan;
}

/** Soonest first. At one time prices go back before others begin, and of two that go back the one that began later goes first. */
export const inOrder = (a: PlannedPrice, b: PlannedPrice): number => {
  const [aReturns, bReturns] = [a.plan.does === "return", b.plan.does === "return"];
  const byId = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return (
    a.at.getTime() - b.at.getTime() ||
    Number(bReturns) - Number(aReturns) ||
    (aReturns ? -byId : byId)
  );
};

/** How long a plan holds; null for without end. */
export const windowOf = ({ at, plan }: Pick<PlannedPrice, "at" | "plan">): PriceWindow | null => {
  if (plan.does === "return") return { at: null, until: at };
  return plan.until && { at, until: plan.until };
};

/** The plan as plain JSON. */
export const factsOf = (plan: PricePlan): Readonly<Record<string, unknown>> =>
  plan.does === "change"
    ? { change: stored(plan.change), until: plan.until?.toISOString() ?? null }
    : { to: plan.back.to && stored(plan.back.to), from: stored(plan.back.from) };

/** The plan that was told in such facts. */
export const planOf = (facts: Readonly<Record<string, unknown>>): PricePlan => {
  const { change, until, to, from } = facts as Partial<ChangeFacts & ReturnFacts>;
  if (change)
    return {
      does: "change",
      change: restored(change),
      until: until == null ? null : new Date(until),
    };
  if (from) return { does: "return", back: { to: to ? restored(to) : null, from: restored(from) } };
  throw new TypeError("These facts tell of no price.");
};

interface ChangeFacts {
  readonly change: StoredChange;
  readonly until: string | null;
}

interface ReturnFacts {
  readonly to: StoredChange | null;
  readonly from: StoredChange;
}

interface StoredMoney {
  readonly minorUnits: number;
  readonly currency: string;
}

interface StoredChange {
  readonly price: StoredMoney;
  readonly compareAt?: StoredMoney | null;
  readonly cost?: StoredMoney | null;
}

const storedMoney = ({ minorUnits, currency }: Money): StoredMoney => ({ minorUnits, currency });
const restoredMoney = ({ minorUnits, currency }: StoredMoney): Money =>
  Money.of(minorUnits, currency);

const stored = ({ price, compareAt, cost }: PriceChange): StoredChange => ({
  price: storedMoney(price),
  ...(compareAt !== undefined && { compareAt: compareAt && storedMoney(compareAt) }),
  ...(cost !== undefined && { cost: cost && storedMoney(cost) }),
});

const restored = ({ price, compareAt, cost }: StoredChange): PriceChange => ({
  price: restoredMoney(price),
  ...(compareAt !== undefined && { compareAt: compareAt && restoredMoney(compareAt) }),
  ...(cost !== undefined && { cost: cost && restoredMoney(cost) }),
});
