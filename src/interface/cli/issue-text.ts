import type { ImportIssue } from "../../application/shared/file-format.js";

/** An issue as lines: its location, the reason and the advice. */
export const issueText = ({
  line,
  column,
  value,
  reason,
  advice,
}: ImportIssue): readonly string[] => [
  `    line ${line}${column === null ? "" : `, column "${column}"`}${value === null ? "" : `, value "${value}"`}`,
  `      ${reason}`,
  `      ${advice}`,
];
