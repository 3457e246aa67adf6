import fc from "fast-check";
import type { SearchFilter } from "../../../src/application/search/ports/product-search.js";
import { Money } from "../../../src/domain/shared/money.js";

/** Where a shirt is sold: at own prices, or at those of a price list. */
export const VIEWS = ["EUR", "CHF", "SALE"] as const;
export type View = (typeof VIEWS)[number];

export interface MixedVariant {
  readonly size: string;
  readonly colour: string;
  readonly sku: string;
  readonly stock: number;
  /** In whole units of the currency; null where it has none. */
  readonly prices: Readonly<Record<View, number | null>>;
  readonly reduced: boolean;
}

export interface MixedShirt {
  readonly title: string;
  readonly vendor: string;
  readonly variants: readonly MixedVariant[];
}

const SIZES = ["S", "M", "L"];
const COLOURS = ["Red", "Blue", "Sage"];
const VENDORS = ["Nord", "Ost"];
const AMOUNTS = [10, 20, 30, 40, 60, 90];

const amount = fc.constantFrom(...AMOUNTS);
const sometimes = fc.oneof(amount, fc.constant(null));

/** Every shirt differs from variant to variant: in stock, in prices, in reductions. */
export const mixedShirts = (count: number, seed: number): readonly MixedShirt[] =>
  fc
    .sample(
      fc.subarray(
        SIZES.flatMap((size) => COLOURS.map((colour) => [size, colour] as const)),
        { minLength: 1, maxLength: 6 },
      ),
      { numRuns: count, seed },
    )
    .map((combinations, n) => {
      const facts = fc.sample(
        fc.record({
          stock: fc.constantFrom(0, 3),
          own: sometimes,
          francs: sometimes,
          sale: sometimes,
          reduced: fc.boolean(),
        }),
        { numRuns: combinations.length, seed: seed + n + 1 },
      );
      return {
        title: `Shirt ${n}`,
        vendor: VENDORS[n % 2] ?? "",
        variants: combinations.map(([size, colour], at) => {
          const {
            stock = 0,
            own = null,
            francs = null,
            sale = null,
            reduced = false,
          } = facts[at] ?? {};
          return {
            size,
            colour,
            sku: `T${n}-${at}`,
            stock,
            // The list in the currency of the shop falls back on own prices.
            prices: { EUR: own, CHF: francs, SALE: sale ?? own },
            reduced,
          };
        }),
      };
    });

export interface MixedPick {
  readonly sizes: readonly string[];
  readonly colours: readonly string[];
  readonly vendors: readonly string[];
  readonly min: number | null;
  readonly max: number | null;
  readonly available: boolean | null;
  readonly onSale: boolean | null;
}

const some = (values: readonly string[]) => fc.oneof(fc.constant([]), fc.subarray([...values]));
const flag = fc.constantFrom(null, null, true, true, false);

export const MIXED_PICKS = fc.record<MixedPick>({
  sizes: some(SIZES),
  colours: some(COLOURS),
  vendors: some(VENDORS),
  min: fc.constantFrom(null, null, ...AMOUNTS),
  max: fc.constantFrom(null, null, ...AMOUNTS),
  available: flag,
  onSale: flag,
});

export const currencyOf = (view: View): string => (view === "CHF" ? "CHF" : "EUR");

export const toFilter = (pick: MixedPick, view: View): SearchFilter => {
  const money = (whole: number): Money => Money.of(whole * 100, currencyOf(view));
  const options = [
    { name: "size", values: pick.sizes },
    { name: "Colour", values: pick.colours },
  ].filter(({ values }) => values.length > 0);
  return {
    ...(options.length > 0 && { options }),
    ...(pick.vendors.length > 0 && { vendors: pick.vendors }),
    ...(pick.min !== null && { minPrice: money(pick.min) }),
    ...(pick.max !== null && { maxPrice: money(pick.max) }),
    ...(pick.available !== null && { available: pick.available }),
    ...(pick.onSale !== null && { onSale: pick.onSale }),
  };
};

export const canBeBought = ({ stock, prices }: MixedVariant, view: View): boolean =>
  stock > 0 && prices[view] !== null;

const isReduced = ({ reduced, prices }: MixedVariant, view: View): boolean =>
  reduced && prices[view] !== null;

/** The variants of a shirt that meet what is picked, one after the other. */
export const matchingVariants = (
  { variants }: MixedShirt,
  { sizes, colours, min, max, available, onSale }: MixedPick,
  view: View,
): readonly MixedVariant[] => {
  const found = variants.filter((one) => {
    const price = one.prices[view];
    return (
      (sizes.length === 0 || sizes.includes(one.size)) &&
      (colours.length === 0 || colours.includes(one.colour)) &&
      (min === null || (price !== null && price >= min)) &&
      (max === null || (price !== null && price <= max)) &&
      (available !== true || canBeBought(one, view)) &&
      (onSale !== true || isReduced(one, view))
    );
  });
  const isExcluded = found.some(
    (one) =>
      (available === false && canBeBought(one, view)) || (onSale === false && isReduced(one, view)),
  );
  return isExcluded ? [] : found;
};

/** The shirts that a search with the pick has to find. */
export const matchingShirts = (
  shirts: readonly MixedShirt[],
  pick: MixedPick,
  view: View,
): readonly MixedShirt[] =>
  shirts.filter(
    (shirt) =>
      (pick.vendors.length === 0 || pick.vendors.includes(shirt.vendor)) &&
      matchingVariants(shirt, pick, view).length > 0,
  );

/**
 * The counts of all facets but the price: of each value, how many shirts a search finds that has
 * this value alone instead of the selected ones of its facet.
 */
export const naiveCounts = (
  shirts: readonly MixedShirt[],
  pick: MixedPick,
  view: View,
): Readonly<Record<string, number>> => {
  const count = (name: string, more: Partial<MixedPick>): readonly [string, number] => [
    name,
    matchingShirts(shirts, { ...pick, ...more }, view).length,
  ];
  return Object.fromEntries(
    [
      ...SIZES.map((size) => count(`OPTION Size ${size}`, { sizes: [size] })),
      ...COLOURS.map((colour) => count(`OPTION Colour ${colour}`, { colours: [colour] })),
      ...VENDORS.map((vendor) => count(`VENDOR  ${vendor}`, { vendors: [vendor] })),
      ...[true, false].flatMap((is) => [
        count(`AVAILABILITY  ${is}`, { available: is }),
        count(`ON_SALE  ${is}`, { onSale: is }),
      ]),
    ].filter(([, found]) => found > 0),
  );
};
