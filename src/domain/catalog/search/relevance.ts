/** Where a word of a product stands. */
export const FIELDS = { TITLE: 1, KEYWORD: 2, DESCRIPTION: 4 } as const;

/** How a word of the search and a word of a product agree. */
export const AGREEMENTS = ["EXACT", "PLURAL", "PREFIX", "SLIP", "TWO_SLIPS"] as const;
export type Agreement = (typeof AGREEMENTS)[number];

// A title says what a thing is, the merchant's keywords (tags, vendor, type, values of options) what it is like, and a description
// speaks of much besides.
const WORTH: Readonly<Record<keyof typeof FIELDS, number>> = {
  TITLE: 800,
  KEYWORD: 400,
  DESCRIPTION: 100,
};
const SHARE: Readonly<Record<Agreement, number>> = {
  EXACT: 1,
  PLURAL: 0.9,
  PREFIX: 0.7,
  SLIP: 0.5,
  TWO_SLIPS: 0.3,
};
/** What the other fields in which a word stands add to the best one. */
const REST = 0.1;

/** The points of a word by the fields in which it stands (a sum of FIELDS) and by how it agrees. */
export const wordPoints = (fields: number, agreement: Agreement): number => {
  const worths = Object.entries(FIELDS).flatMap(([name, bit]) =>
    (fields & bit) === 0 ? [] : [WORTH[name as keyof typeof FIELDS]],
  );
  const best = Math.max(0, ...worths);
  const all = worths.reduce((sum, worth) => sum + worth, 0);
  return Math.round(SHARE[agreement] * (best + REST * (all - best)));
};

/** What a title gets that says nothing but what was looked for; a longer one gets its share. */
const COVERAGE = 300;
const IN_SEQUENCE = 150;

/**
 * @param found how many words of the search stand in the title
 * @param length how many words the title has
 * @param isInSequence whether the words of the search stand in the title one after the other
 */
export const titlePoints = (found: number, length: number, isInSequence: boolean): number =>
  Math.round(COVERAGE * Math.min(1, found / Math.max(length, 1))) +
  (isInSequence ? IN_SEQUENCE : 0);

/** The label itself was typed or scanned: before everything else. */
export const CODE_POINTS = 1_000_000;
/** The beginning of a label. */
export const CODE_PREFIX_POINTS = 600;
/** A shorter beginning of a label says nothing. */
export const SHORTEST_CODE_PREFIX = 3;

/** How many of its words a product must have when none has all of them. */
export const enoughWords = (words: number): number =>
  words < 3 ? words : Math.ceil((words * 2) / 3);
