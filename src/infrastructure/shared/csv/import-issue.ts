import { truncated } from "../../../application/shared/truncated.js";
import { UnusableFile } from "../../../application/shared/unusable-file.js";
import type { ImportIssue } from "../../../application/shared/file-format.js";

const LONGEST_VALUE = 120;
const LONGEST_REASON = 600;

type IssueText = Pick<ImportIssue, "code" | "reason" | "advice"> & {
  readonly line?: number;
  readonly column?: string | null;
  readonly value?: string | null;
};

/** An issue of readable length. */
export const importIssue = ({
  code,
  reason,
  advice,
  line = 1,
  column = null,
  value = null,
}: IssueText): ImportIssue => ({
  line,
  column: column === null ? null : truncated(column, LONGEST_VALUE),
  code,
  value: value === null ? null : truncated(value, LONGEST_VALUE),
  reason: truncated(reason, LONGEST_REASON),
  advice: truncated(advice, LONGEST_REASON),
});

export const unusableFile = (path: string, text: IssueText): UnusableFile =>
  new UnusableFile(path, [importIssue(text)]);
