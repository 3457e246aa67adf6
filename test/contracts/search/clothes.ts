import fc from "fast-check";
import type { CollectionOrder } from "../../../src/domain/catalog/collections/collection-content.js";

interface Category {
  readonly title: string;
  readonly parent: string | null;
  readonly sortOrder: CollectionOrder;
  readonly isHidden: boolean;
}

const category = (
  title: string,
  parent: string | null,
  more: Partial<Category> = {},
): Category => ({
  title,
  parent,
  sortOrder: "MANUAL",
  isHidden: false,
  ...more,
});

/** Each after its parent. What is below `Hidden` is seen by itself, but not from above. */
export const CATEGORIES: readonly Category[] = [
  category("Clothing", null),
  category("Men", "Clothing", { sortOrder: "TITLE_DESC" }),
  category("Women", "Clothing", { sortOrder: "PRICE_ASC" }),
  category("Shirts", "Men"),
  category("Hidden", "Clothing", { isHidden: true }),
  category("Secret", "Hidden"),
  category("Sale", null),
  category("Empty", "Sale"),
];

const TITLES = CATEGORIES.map(({ title }) => title);
const FILLED = TITLES.filter((title) => title !== "Empty");
const TAGS = ["new", "warm"];

export interface Garment {
  readonly title: string;
  readonly price: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

/** In some categories each, also in one and in another below it. */
export const CLOTHES: readonly Garment[] = fc
  .sample(
    fc.record({
      categories: fc.subarray(FILLED, { maxLength: 3 }),
      tags: fc.subarray(TAGS),
    }),
    { numRuns: 40, seed: 11 },
  )
  .map((one, n) => ({
    ...one,
    title: `${n % 2 === 0 ? "Coat" : "Skirt"} ${String(n).padStart(2, "0")}`,
    price: `${10 + ((n * 7) % 40)}.00`,
  }));

export const toTitle = ({ title }: Garment): string => title;

export interface CategoryPick {
  readonly query: string | null;
  readonly in: string | null;
  readonly includeBelow: boolean;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

export const CATEGORY_PICKS = fc.record<CategoryPick>({
  query: fc.constantFrom(null, null, "coat"),
  in: fc.constantFrom(null, ...TITLES.filter((title) => title !== "Hidden")),
  includeBelow: fc.boolean(),
  categories: fc.oneof(fc.constant([]), fc.subarray(TITLES)),
  tags: fc.oneof(fc.constant([]), fc.subarray(TAGS)),
});

/** The category with those below it that a guest reaches. */
const reached = (title: string): readonly string[] => {
  const found = CATEGORIES.find((one) => one.title === title);
  return !found || found.isHidden
    ? []
    : [
        title,
        ...CATEGORIES.filter(({ parent }) => parent === title).flatMap((one) => reached(one.title)),
      ];
};

const isIn = (garment: Garment, title: string, { includeBelow }: CategoryPick): boolean =>
  (includeBelow ? reached(title) : reached(title).slice(0, 1)).some((one) =>
    garment.categories.includes(one),
  );

const isSearched = (garment: Garment, pick: CategoryPick): boolean =>
  (pick.query === null || garment.title.startsWith("Coat")) &&
  (pick.in === null || isIn(garment, pick.in, pick));

const hasTag = ({ tags }: Garment, pick: CategoryPick): boolean =>
  pick.tags.length === 0 || pick.tags.some((tag) => tags.includes(tag));

const isInPicked = (garment: Garment, pick: CategoryPick): boolean =>
  pick.categories.length === 0 || pick.categories.some((title) => isIn(garment, title, pick));

/** What a search has to find, in the order of creation. */
export const findClothes = (pick: CategoryPick): readonly Garment[] =>
  CLOTHES.filter((one) => isSearched(one, pick) && hasTag(one, pick) && isInPicked(one, pick));

/** The counts of the facets of collections and tags. */
export const countsOf = (pick: CategoryPick): Readonly<Record<string, number>> => {
  const searched = CLOTHES.filter((one) => isSearched(one, pick));
  const collections = CATEGORIES.filter(({ isHidden }) => !isHidden).map(({ title }) => ({
    name: `COLLECTION ${title}`,
    count: searched.filter((one) => hasTag(one, pick) && isIn(one, title, pick)).length,
    isSelected: pick.categories.includes(title),
    isLeftOut: pick.in === title,
  }));
  const tags = TAGS.map((tag) => ({
    name: `TAG ${tag}`,
    count: searched.filter((one) => isInPicked(one, pick) && one.tags.includes(tag)).length,
    isSelected: pick.tags.includes(tag),
    isLeftOut: false,
  }));
  return Object.fromEntries(
    [...collections, ...tags]
      .filter(({ count, isSelected, isLeftOut }) => isSelected || (count > 0 && !isLeftOut))
      .map(({ name, count }) => [name, count]),
  );
};
