import type { KeyRange } from "../../../application/catalog/search/search-source.js";

/** The keys that are missing between a key and some that ascend. */
export const gapsBetween = (ascending: readonly number[], behind: number): readonly KeyRange[] => {
  const missing: KeyRange[] = [];
  let last = behind;
  for (const key of ascending) {
    if (key > last + 1) missing.push({ first: last + 1, last: key - 1 });
    last = key;
  }
  return missing;
};

export const between = ({ first, last }: KeyRange, key: number): boolean =>
  first <= key && key <= last;

/** What is left of ranges when some keys are taken out. */
export const without = (
  ranges: readonly KeyRange[],
  keys: readonly number[],
): readonly KeyRange[] =>
  ranges.flatMap((range) =>
    gapsBetween(
      [...keys.filter((key) => between(range, key)).toSorted((a, b) => a - b), range.last + 1],
      range.first - 1,
    ),
  );
