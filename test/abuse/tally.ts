/** What was answered to an attack: how often each status and code. */
export type Answers = Readonly<Record<string, number>>;

/** Counts answers while an attack runs. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(outcome: string, times = 1): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + times);
  }

  answers(): Answers {
    return Object.fromEntries([...this.#counts].toSorted(([, a], [, b]) => b - a));
  }
}

/** The number of answers whose outcome fits. */
export const countOf = (answers: Answers, fits: RegExp): number =>
  Object.entries(answers).reduce((sum, [outcome, n]) => sum + (fits.test(outcome) ? n : 0), 0);
