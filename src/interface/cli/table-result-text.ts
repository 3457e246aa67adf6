import type { TableReport } from "../../application/shared/table-import.js";
import type { TableFile } from "../../application/shared/table-files.js";
import { countText } from "./count-text.js";
import { issueText } from "./issue-text.js";
import { printableLines } from "./printable-lines.js";
import type { KeptIssues } from "./kept-issues.js";
import type { RowFindings } from "./row-findings.js";

const MOST_ISSUES = 20;

/** The recognised format of a file, so that a wrong guess is noticed at once. */
export const tableFileText = ({
  path,
  rows,
  dialect: { encoding, byteOrderMark, delimiter, lineEnds, decimal },
  unknownColumns,
}: TableFile<string>): string =>
  printableLines([
    `${path}: ${countText(rows, "row")}`,
    `  encoding   ${encoding}${byteOrderMark ? " with a byte order mark" : ""}`,
    `  delimiter  ${DELIMITERS[delimiter] ?? delimiter}`,
    `  line ends  ${lineEnds}`,
    `  decimals   with a ${decimal}`,
    ...(unknownColumns.length > 0
      ? [`  ignored, because the name is unknown: ${unknownColumns.slice(0, 12).join(", ")}`]
      : []),
  ]);

const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

/** The result of an import. @param things what the rows are about: prices */
export const tableResultText = (
  report: TableReport,
  { defects, warnings }: RowFindings,
  things: string,
  { dryRun = false }: { readonly dryRun?: boolean },
): string =>
  printableLines([
    "",
    headline(report, dryRun),
    ...(report.refusedWhole
      ? []
      : [
          `  ${things}  ${report.changed} changed  ${report.unchanged} unchanged  ${report.removed} removed  ${report.refused} refused`,
        ]),
    ...issuesText("Refused rows:", defects),
    ...issuesText("Warnings:", warnings),
  ]);

const headline = (
  { refusedWhole, interrupted, changed, removed, refused, rows }: TableReport,
  dryRun: boolean,
): string => {
  if (refusedWhole)
    return `Nothing was imported: ${countText(refused, "row")} would be refused, and --strict and --replace import all of a file or nothing.`;
  if (interrupted)
    return `Stopped after ${countText(rows, "row")}. ${dryRun ? "Nothing was changed." : "The rows counted here are imported. Run the import again to continue."}`;
  if (dryRun) return "The import would have this result (nothing was changed):";
  return changed + removed + refused === 0
    ? "Nothing changed: everything in the file is in the shop already."
    : "Done:";
};

const issuesText = (title: string, { kept: issues, leftOut }: KeptIssues): readonly string[] =>
  issues.length === 0
    ? []
    : [
        "",
        title,
        ...issues.slice(0, MOST_ISSUES).flatMap(issueText),
        ...(issues.length > MOST_ISSUES
          ? [`    and ${issues.length + leftOut - MOST_ISSUES} more, see --report`]
          : []),
      ];
