import type { PriceChange } from "../../../domain/pricing/price-change.js";
import type { PriceWindow } from "../../../domain/pricing/schedule-times.js";
import { Money } from "../../../domain/shared/money.js";
import type { PlannedPrice, PricePlan } from "../ports/scheduled-price-reads.js";

export type { PricePlan } from "../ports/scheduled-price-reads.js";

/** The kind of scheduled work that changes the price of a variant; its subject is the variant. */
export const CHANGE_PRICE = "pricing.change-price";

/**
 * Soonest first. At the same time reversals come before changes, and the reversal of the later
 * change comes before the other.
 */
export const byTime = (a: PlannedPrice, b: PlannedPrice): number => {
  const [aReverses, bReverses] = [a.plan.kind === "reversal", b.plan.kind === "reversal"];
  const byId = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return (
    a.at.getTime() - b.at.getTime() ||
    Number(bReverses) - Number(aReverses) ||
    (aReverses ? -byId : byId)
  );
};

/** The period of a plan; null when it has no end. */
export const windowOf = ({ at, plan }: Pick<PlannedPrice, "at" | "plan">): PriceWindow | null => {
  if (plan.kind === "reversal") return { at: null, until: at };
  return plan.until && { at, until: plan.until };
};

/** The plan as plain JSON. */
export const factsOf = (plan: PricePlan): Readonly<Record<string, unknown>> =>
  plan.kind === "change"
    ? { change: toJson(plan.change), until: plan.until?.toISOString() ?? null }
    : { to: plan.reversal.to && toJson(plan.reversal.to), from: toJson(plan.reversal.from) };

/** The plan of the result of `factsOf`. */
export const planOf = (facts: Readonly<Record<string, unknown>>): PricePlan => {
  const { change, until, to, from } = facts as Partial<ChangeFacts & ReversalFacts>;
  if (change)
    return {
      kind: "change",
      change: fromJson(change),
      until: until == null ? null : new Date(until),
    };
  if (from)
    return { kind: "reversal", reversal: { to: to ? fromJson(to) : null, from: fromJson(from) } };
  throw new TypeError("The facts contain no price plan.");
};

interface ChangeFacts {
  readonly change: JsonChange;
  readonly until: string | null;
}

interface ReversalFacts {
  readonly to: JsonChange | null;
  readonly from: JsonChange;
}

interface JsonMoney {
  readonly minorUnits: number;
  readonly currency: string;
}

interface JsonChange {
  readonly price: JsonMoney;
  readonly compareAt?: JsonMoney | null;
  readonly cost?: JsonMoney | null;
}

const moneyToJson = ({ minorUnits, currency }: Money): JsonMoney => ({ minorUnits, currency });
const moneyFromJson = ({ minorUnits, currency }: JsonMoney): Money =>
  Money.of(minorUnits, currency);

const toJson = ({ price, compareAt, cost }: PriceChange): JsonChange => ({
  price: moneyToJson(price),
  ...(compareAt !== undefined && { compareAt: compareAt && moneyToJson(compareAt) }),
  ...(cost !== undefined && { cost: cost && moneyToJson(cost) }),
});

const fromJson = ({ price, compareAt, cost }: JsonChange): PriceChange => ({
  price: moneyFromJson(price),
  ...(compareAt !== undefined && { compareAt: compareAt && moneyFromJson(compareAt) }),
  ...(cost !== undefined && { cost: cost && moneyFromJson(cost) }),
});
