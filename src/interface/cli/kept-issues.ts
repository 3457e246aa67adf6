import type { ImportIssue } from "../../application/shared/file-format.js";

const MOST_ISSUES = 10_000;
const FEWEST_OF_A_KIND = 100;

/**
 * Issues of one severity. All of them are counted; the first 10,000 are kept, and of each code at
 * least the first hundred, so that a frequent one hides no other.
 */
export class KeptIssues<Issue extends ImportIssue = ImportIssue> {
  readonly kept: Issue[] = [];
  leftOut = 0;
  readonly #totals = new Map<string, number>();

  add(issue: Issue): void {
    const total = this.total(issue.code);
    this.#totals.set(issue.code, total + 1);
    if (this.kept.length < MOST_ISSUES || total < FEWEST_OF_A_KIND) this.kept.push(issue);
    else this.leftOut += 1;
  }

  /** How many issues with a code there are, also those that are not kept. */
  total(code: string): number {
    return this.#totals.get(code) ?? 0;
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#totals);
  }
}
