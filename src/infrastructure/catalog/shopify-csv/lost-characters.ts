import type { Findings } from "./findings.js";
import type { Row } from "./records.js";

// What stands where bytes mean nothing in the encoding they are read with.
const LOST = "\uFFFD";

/** Says which rows hold characters that nobody can read any more: the encoding is wrong, or it was in an earlier export. */
export const warnAboutLostCharacters = (findings: Findings, rows: readonly Row[]): void => {
  for (const row of rows) {
    const index = row.cells.findIndex((cell) => cell.includes(LOST));
    if (index >= 0)
      findings.warn(row, findings.header.names[index] ?? null, row.cells[index] ?? null, {
        code: "CHARACTERS_LOST",
        reason: `The row holds characters that cannot be read ("${LOST}"); they are taken over as they stand.`,
        advice: "Import again with the right --encoding, or correct the texts.",
      });
  }
};
