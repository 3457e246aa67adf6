import { UnusableFile, type Remark } from "../../../application/catalog/product-sheet.js";

const LONGEST_VALUE = 120;

type Words = Pick<Remark, "code" | "reason" | "advice"> & { readonly line?: number; readonly column?: string | null; readonly value?: string | null };

/** A remark with its value cut to what a person can read. */
export const remark = ({ code, reason, advice, line = 1, column = null, value = null }: Words): Remark => ({
  line,
  column,
  code,
  value: value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value,
  reason,
  advice,
});

export const unusable = (path: string, words: Words): UnusableFile => new UnusableFile(path, [remark(words)]);
