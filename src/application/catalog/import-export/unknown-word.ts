import type { ImportIssue } from "../../shared/file-format.js";

/** The words for yes and no in a cell, in lower case. */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

export const unknownWord = (
  value: string,
  allowed: readonly string[],
): Pick<ImportIssue, "code" | "reason" | "advice"> => ({
  code: "UNKNOWN_VALUE",
  reason: `"${value}" is not one of ${allowed.join(", ")}.`,
  advice:
    "Write one of these words, or check whether the cells of the row are in the wrong columns.",
});
