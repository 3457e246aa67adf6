import type { Findings } from "./findings.js";
import type { Row } from "../../shared/csv/records.js";

// The replacement character, for bytes that are invalid in the encoding.
const LOST = "\uFFFD";

/**
 * Reports rows with unreadable characters: the encoding is wrong, or was wrong in an earlier
 * export.
 */
export const warnAboutLostCharacters = (findings: Findings, rows: readonly Row[]): void => {
  for (const row of rows) {
    const index = row.cells.findIndex((cell) => cell.includes(LOST));
    if (index >= 0)
      findings.warn(row, findings.header.names[index] ?? null, row.cells[index] ?? null, {
        code: "CHARACTERS_LOST",
        reason: `The row contains characters that cannot be read ("${LOST}"). They are imported unchanged.`,
        advice: "Import again with the correct --encoding, or correct the texts.",
      });
  }
};
