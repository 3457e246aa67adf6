import type {
  CartToPrice,
  ChargeToPrice,
  PricingTerms,
} from "../../../../src/domain/pricing/quote/cart-to-price.js";
import { plus, rational, roundTo, sum, type Rational } from "./rational.js";

// A second calculator, written from the description of the rules alone: slow, naive, in exact fractions, and without any code of
// the first one. Where both agree to the minor unit on many thousand carts, neither has a mistake of its own.

type Line = CartToPrice["lines"][number];
type Rate = PricingTerms["taxRules"]["rates"][number];
type Address = PricingTerms["domesticAddress"];
type Zone = PricingTerms["taxRules"]["zones"][number];

/** One amount that is taxed by one category; a part of a thing that is sold. */
interface Part {
  readonly thing: Thing;
  readonly category: string | null;
  readonly amount: bigint;
  taxed: bigint;
}

interface Thing {
  readonly id: string;
  readonly units: number;
  readonly category: string | null;
  amount: bigint;
  net: bigint;
  gross: bigint;
}

export interface ExactQuote {
  /** Net and gross minor units by id. */
  readonly things: Readonly<Record<string, readonly [net: bigint, gross: bigint]>>;
  /** Owed minor units by tax and rate. */
  readonly taxes: Readonly<Record<string, bigint>>;
  readonly total: bigint;
}

export const exactQuote = (cart: CartToPrice, terms: PricingTerms, moment: Date): ExactQuote => {
  const lines = cart.lines.map((line) =>
    thing(line.id, line.quantity, line.taxCategory, linePrice(line, cart, terms, moment)),
  );
  const deliveries = cart.delivery.map(chargeThing);
  const fees = cart.fees.map(chargeThing);
  for (const kind of ["LINES", "ORDER", "DELIVERY"])
    for (const { target, amount } of cart.discounts.filter((one) => one.target.kind === kind)) {
      const targets = sortedById(
        target.kind === "ORDER"
          ? lines
          : target.kind === "LINES"
            ? lines.filter(({ id }) => target.lines.includes(id))
            : deliveries.filter(({ id }) => target.delivery === null || target.delivery === id),
      );
      const available = targets.reduce((all, one) => all + one.amount, 0n);
      const off = BigInt(amount.minorUnits) < available ? BigInt(amount.minorUnits) : available;
      const shares = handOut(
        off,
        targets.map((one) => rational(one.amount, 1n)),
        targets.map((one) => one.amount),
      );
      targets.forEach((one, index) => (one.amount -= shares[index] ?? 0n));
    }
  const taxes = tax(
    [sortedById(lines), sortedById(deliveries), sortedById(fees)],
    cart,
    terms,
    moment,
  );
  const things = [...lines, ...deliveries, ...fees];
  const gross = things.reduce((all, one) => all + one.gross, 0n);
  return {
    things: Object.fromEntries(things.map((one) => [one.id, [one.net, one.gross]])),
    taxes,
    total: paid(gross, cart, terms),
  };
};

const thing = (id: string, units: number, category: string | null, amount: bigint): Thing => ({
  id,
  units,
  category,
  amount,
  net: 0n,
  gross: 0n,
});

const chargeThing = ({ id, steps, taxCategory }: ChargeToPrice): Thing =>
  thing(
    id,
    1,
    taxCategory,
    steps.reduce((all, { amount }) => all + BigInt(amount.minorUnits), 0n),
  );

const sortedById = (things: readonly Thing[]): readonly Thing[] =>
  things.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const linePrice = (
  line: Line,
  cart: CartToPrice,
  { currency }: PricingTerms,
  moment: Date,
): bigint => {
  const units = cart.lines
    .filter(({ variant }) => variant === line.variant)
    .reduce((all, { quantity }) => all + quantity, 0);
  const offers = line.prices.lists
    .filter(
      (list) =>
        list.currency === currency &&
        (!list.from || +list.from <= +moment) &&
        (!list.until || +moment < +list.until),
    )
    .map(
      ({ prices }) =>
        prices
          .filter(({ minimumQuantity }) => minimumQuantity <= units)
          .toSorted((a, b) => b.minimumQuantity - a.minimumQuantity)[0]?.price,
    )
    .filter((price) => price !== undefined);
  const price = offers[0] ?? line.prices.own?.price;
  if (!price || price.currency !== currency) throw new Error("no price");
  return BigInt(price.minorUnits) * BigInt(line.quantity);
};

/** Rounded down each; what is left goes one by one to who lost most, the first of equals first. */
const handOut = (
  total: bigint,
  weights: readonly Rational[],
  room: readonly bigint[] | null,
): bigint[] => {
  const whole = sum(weights);
  if (total === 0n) return weights.map(() => 0n);
  const exact = weights.map(({ n, d }) => rational(total * n * whole.d, d * whole.n));
  const shares = exact.map(({ n, d }) => n / d);
  const lost = exact.map(({ n, d }) => rational(n % d, d));
  let served = new Set<number>();
  let isCrowded = false;
  while (shares.reduce((all, share) => all + share, 0n) < total) {
    let best = -1;
    lost.forEach((loss, index) => {
      if (loss.n === 0n || served.has(index)) return;
      if (!isCrowded && room && (shares[index] ?? 0n) >= (room[index] ?? 0n)) return;
      const leader = lost[best];
      if (!leader || loss.n * leader.d > leader.n * loss.d) best = index;
    });
    if (best === -1) {
      [isCrowded, served] = [true, new Set()];
      continue;
    }
    served.add(best);
    shares[best] = (shares[best] ?? 0n) + 1n;
  }
  return shares;
};

const matchesCode = (pattern: string, code: string): boolean => {
  const plain = code.replaceAll(/[ -]/g, "").toUpperCase();
  if (pattern.includes("..")) {
    const [from = "", to = ""] = pattern.split("..");
    return (
      /^\d+$/.test(plain) &&
      plain.length === from.length &&
      Number(from) <= Number(plain) &&
      Number(plain) <= Number(to)
    );
  }
  return pattern.endsWith("*") ? plain.startsWith(pattern.replace("*", "")) : plain === pattern;
};

const zoneFor = (address: Address, zones: readonly Zone[]): Zone | null => {
  if (!address) return null;
  const level = (wanted: readonly [boolean, boolean]): Zone | undefined =>
    zones.find(({ areas }) =>
      areas.some(
        ({ country, region, postalCodes }) =>
          postalCodes.length > 0 === wanted[0] &&
          (region !== null) === wanted[1] &&
          country === address.country &&
          (!region || region === address.region) &&
          (postalCodes.length === 0 ||
            postalCodes.some(
              (one) => address.postalCode !== null && matchesCode(one, address.postalCode),
            )),
      ),
    );
  return (
    level([true, true]) ??
    level([true, false]) ??
    level([false, true]) ??
    level([false, false]) ??
    null
  );
};

/** Taxes all things and answers what is owed by tax and rate. */
const tax = (
  [lines, deliveries, fees]: readonly [readonly Thing[], readonly Thing[], readonly Thing[]],
  cart: CartToPrice,
  terms: PricingTerms,
  moment: Date,
): Record<string, bigint> => {
  const { zones, rates } = terms.taxRules;
  const { address, exemption } = cart.buyer;
  const home = zoneFor(terms.domesticAddress, zones);
  const there = address ? zoneFor(address, zones) : home;
  const ratesIn = (zone: Zone | null, category: string | null): readonly Rate[] =>
    rates.filter(
      (rate) =>
        rate.zone === zone?.key &&
        rate.category === category &&
        (!rate.from || +rate.from <= +moment) &&
        (!rate.until || +moment < +rate.until),
    );
  const isFree = exemption !== null || there === null;
  const ruleZone = isFree ? home : there;
  const parts = [
    ...lines.map((one) => ({ thing: one, category: one.category, amount: one.amount, taxed: 0n })),
    ...[...deliveries, ...fees].flatMap((one) =>
      chargeParts(one, lines, ruleZone, (category) => ratesIn(ruleZone, category)),
    ),
  ];
  const owing = (part: Part): readonly Rate[] => (isFree ? [] : ratesIn(there, part.category));
  const remitted = (part: Part): readonly Rate[] =>
    terms.pricesIncludeTax && owing(part).length === 0 ? ratesIn(home, part.category) : [];
  for (const one of [...lines, ...deliveries, ...fees]) one.net = one.gross = one.amount;
  const owed = charge(parts, owing, terms, (part, amount) => {
    if (terms.pricesIncludeTax) part.thing.net -= amount;
    else part.thing.gross += amount;
  });
  charge(parts, remitted, terms, (part, amount) => {
    part.thing.net -= amount;
    part.thing.gross -= amount;
  });
  return owed;
};

const chargeParts = (
  one: Thing,
  lines: readonly Thing[],
  zone: Zone | null,
  ratesOf: (category: string | null) => readonly Rate[],
): readonly Part[] => {
  const alone = (category: string | null): readonly Part[] => [
    { thing: one, category, amount: one.amount, taxed: 0n },
  ];
  const categories = [...new Set(lines.map(({ category }) => category))].toSorted((a, b) =>
    (a ?? "") < (b ?? "") ? -1 : 1,
  );
  if (
    !zone ||
    zone.chargeTaxation === "OWN_CATEGORY" ||
    one.category === null ||
    lines.length === 0
  )
    return alone(one.category);
  if (zone.chargeTaxation === "HIGHEST_RATE") {
    const height = (category: string | null): Rational =>
      sum(ratesOf(category).map((rate) => ofNet(rate, ratesOf(category))));
    let highest = categories[0] ?? null;
    for (const category of categories) {
      const [a, b] = [height(category), height(highest)];
      if (a.n * b.d > b.n * a.d) highest = category;
    }
    return alone(highest);
  }
  const weights = categories.map((category) =>
    lines
      .filter((line) => line.category === category)
      .reduce((all, { amount }) => all + amount, 0n),
  );
  if (weights.every((weight) => weight === 0n)) return alone(one.category);
  const shares = handOut(
    one.amount,
    weights.map((weight) => rational(weight, 1n)),
    null,
  );
  return categories.map((category, index) => ({
    thing: one,
    category,
    amount: shares[index] ?? 0n,
    taxed: 0n,
  }));
};

/** What a rate takes of one unit of net amount. */
const ofNet = (rate: Rate, all: readonly Rate[]): Rational => {
  const own = rational(BigInt(rate.partsPerMillion), 1_000_000n);
  if (!rate.isCompound) return own;
  const base = plus(
    rational(1n, 1n),
    sum(all.filter((one) => !one.isCompound).map((one) => ofNet(one, all))),
  );
  return rational(own.n * base.n, own.d * base.d);
};

const nameOf = ({ tax: name, partsPerMillion, isCompound }: Rate): string =>
  `${name} ${partsPerMillion} ${isCompound}`;

const charge = (
  parts: readonly Part[],
  ratesOf: (part: Part) => readonly Rate[],
  { taxRounding: { per, mode }, pricesIncludeTax }: PricingTerms,
  book: (part: Part, amount: bigint) => void,
): Record<string, bigint> => {
  const exactTax = (amount: bigint, rate: Rate, part: Part): Rational => {
    const all = ratesOf(part);
    const share = ofNet(rate, all);
    const whole = pricesIncludeTax
      ? plus(rational(1n, 1n), sum(all.map((one) => ofNet(one, all))))
      : rational(1n, 1n);
    return rational(amount * share.n * whole.d, share.d * whole.n);
  };
  const everyRate = parts
    .flatMap((part) => ratesOf(part))
    .toSorted(
      (a, b) =>
        Number(a.isCompound) - Number(b.isCompound) ||
        (a.tax < b.tax ? -1 : a.tax > b.tax ? 1 : a.partsPerMillion - b.partsPerMillion),
    );
  const sums: Record<string, bigint> = {};
  for (const name of new Set(everyRate.map(nameOf))) {
    const taxed = parts.flatMap((part) =>
      ratesOf(part)
        .filter((one) => nameOf(one) === name)
        .map((rate) => ({ part, rate })),
    );
    const amounts =
      per === "RATE"
        ? onceForAll(
            taxed.map(({ part, rate }) => exactTax(part.amount, rate, part)),
            taxed.map(({ part }) => part),
          )
        : taxed.map(({ part, rate }) =>
            (per === "LINE" ? [part.amount] : unitsOf(part)).reduce(
              (all, amount) => all + roundTo(exactTax(amount, rate, part), mode),
              0n,
            ),
          );
    taxed.forEach(({ part }, index) => {
      const amount = amounts[index] ?? 0n;
      part.taxed += amount;
      book(part, amount);
      sums[name] = (sums[name] ?? 0n) + amount;
    });
  }
  return sums;

  function onceForAll(exact: readonly Rational[], taxed: readonly Part[]): readonly bigint[] {
    const total = roundTo(sum(exact), mode);
    return handOut(
      total,
      exact,
      pricesIncludeTax ? taxed.map((part) => part.amount - part.taxed) : null,
    );
  }
};

const unitsOf = ({ thing: { units }, amount }: Part): readonly bigint[] =>
  Array.from(
    { length: units },
    (_, index) =>
      (amount * BigInt(index + 1)) / BigInt(units) - (amount * BigInt(index)) / BigInt(units),
  );

const paid = (gross: bigint, { buyer }: CartToPrice, { payableRounding }: PricingTerms): bigint => {
  const rule =
    payableRounding.find(
      ({ paymentMethod }) => paymentMethod !== null && paymentMethod === buyer.paymentMethod,
    ) ?? payableRounding.find(({ paymentMethod }) => paymentMethod === null);
  return rule
    ? roundTo(rational(gross, BigInt(rule.increment)), rule.mode) * BigInt(rule.increment)
    : gross;
};
