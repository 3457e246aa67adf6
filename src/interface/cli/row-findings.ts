import type { ImportIssue } from "../../application/shared/file-format.js";
import type { RowsResult } from "../../application/shared/table-import.js";

const MOST_ISSUES = 10_000;

/** The issues of the rows of a file. The first ones are kept, so that memory is bounded. */
export class RowFindings {
  readonly defects: ImportIssue[] = [];
  readonly warnings: ImportIssue[] = [];
  /** How many rows were reported. */
  rows = 0;
  #leftOut = 0;

  add({ rows, defects, warnings }: RowsResult): void {
    this.rows += rows;
    this.#keep(this.defects, defects);
    this.#keep(this.warnings, warnings);
  }

  *json(head: object): Generator<string> {
    const { defects, warnings } = this;
    yield `${JSON.stringify({ ...head, issuesLeftOut: this.#leftOut, defects, warnings }, null, 2)}\n`;
  }

  #keep(kept: ImportIssue[], issues: readonly ImportIssue[]): void {
    for (const issue of issues)
      if (kept.length < MOST_ISSUES) kept.push(issue);
      else this.#leftOut += 1;
  }
}
