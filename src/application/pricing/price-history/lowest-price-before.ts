import type { PriceListId } from "../../../domain/pricing/ids.js";
import { choosePrice } from "../../../domain/pricing/price-lists/choose-price.js";
import type { QuantityPrice } from "../../../domain/pricing/price-lists/price-candidates.js";
import type { Money } from "../../../domain/shared/money.js";
import type { PastPrice } from "../ports/price-history.js";
import { untilTime, type PricingPeriod } from "./pricing-periods.js";

const DAY_MS = 24 * 60 * 60_000;
const DAYS_BEFORE = 30;

/** What applied before a reduction. */
interface BeforeReduction {
  /** Null when there was no price in the same currency. */
  readonly lowest: Money | null;
  /** Since when all prices have to be known for that: 30 days before the reduction. */
  readonly since: Date;
}

/**
 * The lowest price of one unit that applied to a buyer during the 30 days before the present
 * reduction began (Directive 98/6/EC, Article 6a). A reduction that grows step by step began with
 * its first step. Null when the price is not reduced at the moment.
 * @param prices of one unit of one variant, in the order of their times
 * @param periods of the market until the moment
 */
export const lowestPriceBefore = (
  prices: readonly PastPrice[],
  periods: readonly PricingPeriod[],
  moment: Date,
): BeforeReduction | null => {
  const steps = stepsOf(prices, periods, moment);
  const now = steps.at(-1);
  if (!now) return null;
  const isComparable = ({ period }: Step): boolean =>
    period.currency === now.period.currency &&
    period.pricesIncludeTax === now.period.pricesIncludeTax;
  const first = steps.findLastIndex((step) => !isReduced(step) || !isComparable(step)) + 1;
  const start = steps[first]?.from;
  if (start === undefined) return null;
  const since = start - DAYS_BEFORE * DAY_MS;
  let lowest: Money | null = null;
  for (let index = first - 1; index >= 0; index -= 1) {
    const step = steps[index];
    // Each step lasts until the next one.
    if (!step || (steps[index + 1]?.from ?? 0) <= since) break;
    if (step.chosen && isComparable(step) && (lowest?.isAbove(step.chosen.price) ?? true))
      lowest = step.chosen.price;
  }
  return { lowest, since: new Date(since) };
};

interface Step {
  readonly from: number;
  readonly period: PricingPeriod;
  readonly chosen: Pick<QuantityPrice, "price" | "compareAt"> | null;
}

const isReduced = ({ chosen }: Step): boolean => chosen?.compareAt?.isAbove(chosen.price) ?? false;

/** What one unit cost from each moment on at which that may have changed: one sweep over both. */
const stepsOf = (
  prices: readonly PastPrice[],
  periods: readonly PricingPeriod[],
  moment: Date,
): readonly Step[] => {
  const times = new Set([...periods, ...prices].map(({ from }) => from.getTime()));
  const [nextPrices, nextPeriods] = [untilTime(prices), untilTime(periods)];
  const pricesThen = new Map<PriceListId | null, PastPrice>();
  const steps: Step[] = [];
  let period: PricingPeriod | null = null;
  for (const from of [...times].toSorted((a, b) => a - b)) {
    if (from > moment.getTime()) break;
    for (const price of nextPrices(from)) pricesThen.set(price.priceList, price);
    period = nextPeriods(from).at(-1) ?? period;
    if (period) steps.push({ from, period, chosen: chosenIn(period, pricesThen, from) });
  }
  return steps;
};

const chosenIn = (
  { lists, currency }: PricingPeriod,
  pricesThen: ReadonlyMap<PriceListId | null, PastPrice>,
  from: number,
): Step["chosen"] =>
  choosePrice(
    {
      lists: lists.map(({ id, key }) => ({
        key,
        currency,
        // It applies, because it is one of the period.
        from: null,
        until: null,
        prices: present(pricesThen.get(id)),
      })),
      own: present(pricesThen.get(null))[0] ?? null,
    },
    1,
    currency,
    new Date(from),
  );

const present = (past: PastPrice | undefined): readonly QuantityPrice[] =>
  past?.price ? [{ ...past, price: past.price }] : [];
