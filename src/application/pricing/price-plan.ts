import type { PriceChange, PriceReturn } from "../../domain/pricing/price-change.js";
import { Money } from "../../domain/shared/money.js";

/** The kind of scheduled work that changes the price of a variant; its subject is the variant. */
export const CHANGE_PRICE = "pricing.change-price";

/** What is to happen to a price at a time. */
export type PricePlan =
  | { readonly does: "change"; readonly change: PriceChange; /** When it goes back; null for never. */ readonly until: Date | null }
  | { readonly does: "return"; readonly back: PriceReturn };

/** The plan as plain JSON. */
export const factsOf = (plan: PricePlan): Readonly<Record<string, unknown>> =>
  plan.does === "change"
    ? { change: stored(plan.change), until: plan.until?.toISOString() ?? null }
    : { to: plan.back.to && stored(plan.back.to), from: stored(plan.back.from) };

/** The plan that was told in such facts. */
export const planOf = (facts: Readonly<Record<string, unknown>>): PricePlan => {
  const { change, until, to, from } = facts as Partial<ChangeFacts & ReturnFacts>;
  if (change) return { does: "change", change: restored(change), until: until == null ? null : new Date(until) };
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
const restoredMoney = ({ minorUnits, currency }: StoredMoney): Money => Money.of(minorUnits, currency);

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
