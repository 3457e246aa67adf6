import type { RowsResult } from "../../application/shared/table-import.js";
import { KeptIssues } from "./kept-issues.js";

/** The issues of the rows of a file. All are counted; so many are kept that memory is bounded. */
export class RowFindings {
  readonly defects = new KeptIssues();
  readonly warnings = new KeptIssues();
  /** How many rows were reported. */
  rows = 0;

  add({ rows, defects, warnings }: RowsResult): void {
    this.rows += rows;
    for (const issue of defects) this.defects.add(issue);
    for (const issue of warnings) this.warnings.add(issue);
  }

  *json(head: object): Generator<string> {
    const { defects, warnings } = this;
    const counts = { defects: defects.counts(), warnings: warnings.counts() };
    const issuesLeftOut = defects.leftOut + warnings.leftOut;
    yield `${JSON.stringify({ ...head, counts, issuesLeftOut, defects: defects.kept, warnings: warnings.kept }, null, 2)}\n`;
  }
}
