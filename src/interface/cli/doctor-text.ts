import type { CheckedRule } from "../../application/operations/check-rows.js";
import type { BrokenRow } from "../../application/shared/row-checks.js";
import { countText } from "./count-text.js";
import { printableLines } from "./printable-lines.js";

/** A broken row of a report. */
export interface FoundRow extends BrokenRow {
  readonly rule: string;
  readonly table: string;
  readonly isRepairable: boolean;
  readonly isRepaired: boolean;
}

/** The report of `plinth doctor` for people. */
export const doctorText = (
  checked: readonly CheckedRule[],
  found: readonly FoundRow[],
  isDryRun: boolean,
): string => {
  const broken = checked.reduce((sum, rule) => sum + rule.broken, 0);
  const lines = checked.map(ruleLine);
  const rows = found.flatMap((row) => rowLines(row, isDryRun));
  const more = broken - found.length;
  return printableLines([
    ...lines,
    ...(rows.length > 0 ? ["", ...rows] : []),
    ...(more > 0 ? ["", `${countText(more, "more broken row")}: see --limit.`] : []),
    "",
    totalLine(broken, leftOf(checked), isDryRun),
  ]);
};

/** How many rows are still broken. */
export const leftOf = (checked: readonly CheckedRule[]): number =>
  checked.reduce((sum, { broken, repaired }) => sum + broken - repaired, 0);

const ruleLine = ({ name, rule, rows, broken }: CheckedRule): string =>
  `${name.padEnd(16)} ${broken === 0 ? "ok" : `${broken} broken`} of ${countText(rows, "row")}. ${rule}`;

const rowLines = (
  { rule, table, key, expected, found, isRepairable, isRepaired }: FoundRow,
  isDryRun: boolean,
): readonly string[] => [
  `${rule}: ${table} ${Object.entries(key)
    .map(([column, value]) => `${column}=${value}`)
    .join(", ")}`,
  `  expected: ${expected}`,
  `  found:    ${found}`,
  ...(isRepaired ? ["  repaired"] : isDryRun && isRepairable ? ["  would be repaired"] : []),
];

const totalLine = (broken: number, left: number, isDryRun: boolean): string => {
  if (broken === 0) return "Every row is as it must be.";
  if (isDryRun || left === broken)
    return `${countText(broken, "row")} broken. Nothing was changed.`;
  return `${countText(broken - left, "row")} repaired, ${left} broken.`;
};
