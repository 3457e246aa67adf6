import {
  cut,
  UnusableFile,
  type Remark,
} from "../../../application/catalog/files/product-sheet.js";

const LONGEST_VALUE = 120;
const LONGEST_REASON = 600;

type Words = Pick<Remark, "code" | "reason" | "advice"> & {
  readonly line?: number;
  readonly column?: string | null;
  readonly value?: string | null;
};

/** A remark cut to what a person can read. */
export const remark = ({
  code,
  reason,
  advice,
  line = 1,
  column = null,
  value = null,
}: Words): Remark => ({
  line,
  column: column === null ? null : cut(column, LONGEST_VALUE),
  code,
  value: value === null ? null : cut(value, LONGEST_VALUE),
  reason: cut(reason, LONGEST_REASON),
  advice: cut(advice, LONGEST_REASON),
});

export const unusable = (path: string, words: Words): UnusableFile =>
  new UnusableFile(path, [remark(words)]);
