/** The fields of a product that a word can be in, as bits of a sum. */
export const SEARCH_FIELDS = { TITLE: 1, KEYWORD: 2, DESCRIPTION: 4 } as const;

/** How a word of the search matches a word of a product. */
export const MATCH_KINDS = ["EXACT", "PLURAL", "PREFIX", "TYPO", "TWO_TYPOS"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

// The title names the product, keywords (tags, vendor, type, option values) qualify it, and a
// description mentions many other things.
const FIELD_POINTS: Readonly<Record<keyof typeof SEARCH_FIELDS, number>> = {
  TITLE: 800,
  KEYWORD: 400,
  DESCRIPTION: 100,
};
const MATCH_FACTORS: Readonly<Record<MatchKind, number>> = {
  EXACT: 1,
  PLURAL: 0.9,
  PREFIX: 0.7,
  TYPO: 0.5,
  TWO_TYPOS: 0.3,
};
/** How much the other fields that contain the word add to the best one. */
const OTHER_FIELDS_FACTOR = 0.1;

/**
 * The points of a word, by the fields that contain it (a sum of SEARCH_FIELDS) and by how it
 * matches.
 */
export const wordPoints = (fields: number, kind: MatchKind): number => {
  const points = Object.entries(SEARCH_FIELDS).flatMap(([name, bit]) =>
    (fields & bit) === 0 ? [] : [FIELD_POINTS[name as keyof typeof SEARCH_FIELDS]],
  );
  const best = Math.max(0, ...points);
  const all = points.reduce((sum, one) => sum + one, 0);
  return Math.round(MATCH_FACTORS[kind] * (best + OTHER_FIELDS_FACTOR * (all - best)));
};

/**
 * The points of a title that consists of the searched words only. A longer title gets its share.
 */
const FULL_TITLE_POINTS = 300;
const SEQUENCE_POINTS = 150;

/**
 * The points of a title.
 * @param found how many words of the search are in the title
 * @param length how many words the title has
 * @param isInSequence whether the words of the search follow each other in the title
 */
export const titlePoints = (found: number, length: number, isInSequence: boolean): number =>
  Math.round(FULL_TITLE_POINTS * Math.min(1, found / Math.max(length, 1))) +
  (isInSequence ? SEQUENCE_POINTS : 0);

/** For a product whose whole SKU or barcode was typed or scanned: it comes first. */
export const CODE_POINTS = 1_000_000;
/** For a product whose SKU or barcode starts with the search. */
export const CODE_PREFIX_POINTS = 600;
/** Shorter searches are not compared with the start of SKUs and barcodes. */
export const MIN_CODE_PREFIX = 3;

/** How many words of the search a product must contain, when no product contains all of them. */
export const requiredMatches = (words: number): number =>
  words < 3 ? words : Math.ceil((words * 2) / 3);
