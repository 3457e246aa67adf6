export const IMPORT_OUTCOMES = ["created", "updated", "unchanged", "refused"] as const;

/** The outcome of a product, a variant or an image. */
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export type Counts = Readonly<Record<ImportOutcome, number>>;

export const NONE: Counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };

export const countOf = (outcome: ImportOutcome, count: number): Counts => ({
  ...NONE,
  [outcome]: count,
});

export const countOutcomes = (outcomes: readonly ImportOutcome[]): Counts => {
  const counts = { ...NONE };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
};
