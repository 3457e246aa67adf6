import fc from "fast-check";
import type { SearchFilter } from "../../../src/application/search/ports/product-search.js";

const COLOURS = ["Red", "Blue", "Green"];
const SIZES = ["S", "M", "L"];
const VENDORS = ["Nord", "Süd", ""];
const TAGS = ["summer", "sale", "linen", "gift"];

const few = (all: readonly string[], n: number): readonly string[] =>
  all.filter((_, index) => ((n >> index) & 1) === 1);

/**
 * A range of shirts with most combinations of properties; their titles sort in another order than
 * they were added.
 */
export const SHIRTS = Array.from({ length: 24 }, (_, n) => {
  const [colours, sizes] = [few(COLOURS, (n % 7) + 1), few(SIZES, ((n * 3) % 7) + 1)];
  return {
    title: `${COLOURS[n % 3]} Shirt ${String((n * 7) % 24).padStart(2, "0")}`,
    vendor: VENDORS[n % 3] ?? "",
    productType: n % 2 === 0 ? "Shirt" : "Blouse",
    tags: few(TAGS, n % 16),
    options: [
      { name: "Colour", values: colours },
      { name: "Size", values: sizes },
    ],
    variants: colours.flatMap((colour) =>
      sizes.map((size) => ({
        optionValues: [
          { name: "Colour", value: colour },
          { name: "Size", value: size },
        ],
        price: `${((n * 37) % 60) + 10}.00`,
        ...(n % 5 === 0 && { compareAtPrice: "99.00" }),
        tracked: true,
        onHand: n % 4 === 0 ? 0 : 3,
      })),
    ),
  };
});

type Shirt = (typeof SHIRTS)[number];

export interface Pick {
  readonly query: string | null;
  readonly tags: readonly string[];
  readonly vendors: readonly string[];
  readonly types: readonly string[];
  readonly colours: readonly string[];
  readonly sizes: readonly string[];
  readonly available: boolean | null;
  readonly onSale: boolean | null;
}

const some = (values: readonly string[]) => fc.oneof(fc.constant([]), fc.subarray([...values]));

export const PICKS = fc.record<Pick>({
  query: fc.constantFrom(null, "shirt", "blue", "summer"),
  tags: some(TAGS),
  vendors: some(["Nord", "SÜD"]),
  types: some(["Shirt", "Blouse"]),
  colours: some(COLOURS),
  sizes: some(SIZES),
  available: fc.constantFrom(null, null, true, false),
  onSale: fc.constantFrom(null, null, true, false),
});

const NOTHING: Pick = {
  query: null,
  tags: [],
  vendors: [],
  types: [],
  colours: [],
  sizes: [],
  available: null,
  onSale: null,
};

/** One value of one facet each. */
export const PICKS_OF_ONE_FACET: readonly Pick[] = [
  { ...NOTHING, tags: ["summer"] },
  { ...NOTHING, vendors: ["Nord"] },
  { ...NOTHING, types: ["Shirt"] },
  { ...NOTHING, colours: ["Red"] },
  { ...NOTHING, available: true },
  { ...NOTHING, onSale: false },
];

const facts = (shirt: Shirt): Readonly<Record<string, readonly string[]>> => ({
  "TAG ": shirt.tags,
  "VENDOR ": shirt.vendor === "" ? [] : [shirt.vendor],
  "PRODUCT_TYPE ": [shirt.productType],
  "OPTION Colour": shirt.options[0]?.values ?? [],
  "OPTION Size": shirt.options[1]?.values ?? [],
  "AVAILABILITY ": [String(shirt.variants.some(({ onHand }) => onHand > 0))],
  "ON_SALE ": [String(shirt.variants.some((variant) => "compareAtPrice" in variant))],
});

const means: Readonly<Record<string, (shirt: Shirt) => boolean>> = {
  shirt: () => true,
  blue: ({ title, options }) =>
    title.startsWith("Blue") || (options[0]?.values.includes("Blue") ?? false),
  summer: ({ tags }) => tags.includes("summer"),
};

/** What a search with these filters has to answer, counted one product after the other. */
export const bruteForce = (
  pick: Pick,
): {
  readonly filter: SearchFilter;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
} => {
  const selected: Readonly<Record<string, readonly string[]>> = {
    "TAG ": pick.tags,
    "VENDOR ": pick.vendors.map((vendor) => (vendor === "SÜD" ? "Süd" : vendor)),
    "PRODUCT_TYPE ": pick.types,
    "OPTION Colour": pick.colours,
    "OPTION Size": pick.sizes,
    "AVAILABILITY ": pick.available === null ? [] : [String(pick.available)],
    "ON_SALE ": pick.onSale === null ? [] : [String(pick.onSale)],
  };
  const groups = Object.keys(selected).filter((group) => selected[group]?.length);
  const passes = (shirt: Shirt, group: string) =>
    facts(shirt)[group]?.some((value) => selected[group]?.includes(value)) ?? false;
  const found = SHIRTS.filter(
    (shirt) => pick.query === null || (means[pick.query]?.(shirt) ?? false),
  );
  const counts: Record<string, number> = {};
  for (const shirt of found)
    for (const [facet, values] of Object.entries(facts(shirt)))
      if (groups.every((group) => group === facet || passes(shirt, group)))
        for (const value of values)
          counts[`${facet} ${value}`] = (counts[`${facet} ${value}`] ?? 0) + 1;
  const options = [
    { name: "colour", values: pick.colours },
    { name: "Size", values: pick.sizes },
  ].filter(({ values }) => values.length > 0);
  return {
    total: found.filter((shirt) => groups.every((group) => passes(shirt, group))).length,
    counts,
    filter: {
      ...(pick.tags.length > 0 && { tags: pick.tags }),
      ...(pick.vendors.length > 0 && { vendors: pick.vendors }),
      ...(pick.types.length > 0 && { types: pick.types }),
      ...(options.length > 0 && { options }),
      ...(pick.available !== null && { available: pick.available }),
      ...(pick.onSale !== null && { onSale: pick.onSale }),
    },
  };
};
