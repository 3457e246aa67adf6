import {
  IMPORT_OUTCOMES,
  type Counts,
} from "../../application/catalog/import-export/import-outcome.js";
import type { ImportReport } from "../../application/catalog/import-export/import-report.js";
import { countText } from "./count-text.js";
import type { FoundIssue, ImportFindings } from "./import-findings.js";
import { issueText } from "./issue-text.js";
import { printableLines } from "./printable-lines.js";

const MOST_PRODUCTS = 20;
const MOST_ISSUES = 5;
const MOST_EXAMPLES = 3;

/** The result of an import. */
export const importResultText = (
  report: ImportReport,
  findings: ImportFindings,
  { dryRun = false }: { readonly dryRun?: boolean },
): string =>
  printableLines([
    "",
    headline(report, dryRun),
    ...(report.refusedWhole
      ? []
      : [
          countsText("products", report.products),
          countsText("variants", report.variants),
          countsText("images", report.images),
        ]),
    ...refusedText(report, findings),
    ...warningsText(findings.warnings),
  ]);

/** The result of an import that an error has ended. */
export const brokenOffText = (
  { products: { created, updated, unchanged } }: ImportReport,
  { dryRun = false }: { readonly dryRun?: boolean | undefined },
): string => {
  const imported = created + updated + unchanged;
  return printableLines([
    "",
    dryRun
      ? "The import was broken off. Nothing was changed."
      : `The import was broken off. ${countText(imported, "product")} of the file ${imported === 1 ? "is" : "are"} in the catalogue. Run it again to continue.`,
  ]);
};

function headline(
  { refusedWhole, interrupted, products, rows }: ImportReport,
  dryRun: boolean,
): string {
  if (refusedWhole)
    return "Nothing was imported: the file has a defect, and --strict imports all of a file or nothing.";
  if (interrupted)
    return `Stopped after ${countText(rows, "row")}. ${dryRun ? "Nothing was changed." : "The products counted here are in the catalogue. Run the import again to continue."}`;
  if (dryRun) return "The import would have this result (nothing was changed):";
  return products.created + products.updated + products.refused === 0
    ? "Nothing changed: everything in the file is already in the catalogue."
    : "Done:";
}

const countsText = (what: string, counts: Counts): string =>
  `  ${what.padEnd(9)}${IMPORT_OUTCOMES.map((fate) => `${String(counts[fate]).padStart(7)} ${fate}`).join("")}`;

function refusedText(
  { products }: ImportReport,
  { refused, defects }: ImportFindings,
): readonly string[] {
  if (refused.length === 0) return [];
  const byProduct = grouped(defects.kept, ({ product }) => product);
  const listed = refused.slice(0, MOST_PRODUCTS).flatMap((name) => {
    const own = byProduct.get(name) ?? [];
    return [
      `  ${name}`,
      ...own.slice(0, MOST_ISSUES).flatMap(issueText),
      ...more(own.length - MOST_ISSUES, "in this product"),
    ];
  });
  return [
    "",
    "Refused, each as a whole:",
    ...listed,
    ...more(products.refused - MOST_PRODUCTS, "refused products"),
  ];
}

function warningsText(warnings: ImportFindings["warnings"]): readonly string[] {
  const groups = [...grouped(warnings.kept, ({ code }) => code)]
    .map(([code, group]) => ({ group, total: warnings.total(code) }))
    .toSorted((a, b) => b.total - a.total);
  return groups.length === 0 ? [] : ["", "Warnings:", ...groups.flatMap(warningText)];
}

interface Warnings {
  readonly group: readonly FoundIssue[];
  readonly total: number;
}

function warningText({ group, total }: Warnings): readonly string[] {
  const [first] = group;
  if (!first) return [];
  if (total === 1) return issueText(first);
  const examples = group
    .slice(0, MOST_EXAMPLES)
    .map(({ line, value }) => `line ${line}${value === null ? "" : ` ("${value}")`}`);
  const rest = total - examples.length;
  return [
    `  ${total} times, ${examples.join(", ")}${rest > 0 ? ` and ${rest} more, see --report` : ""}`,
    `      ${first.reason}`,
    `      ${first.advice}`,
  ];
}

const more = (count: number, what: string): readonly string[] =>
  count > 0 ? [`    and ${count} more ${what}, see --report`] : [];

function grouped<Key>(
  issues: readonly FoundIssue[],
  by: (issue: FoundIssue) => Key,
): ReadonlyMap<Key, readonly FoundIssue[]> {
  const groups = new Map<Key, FoundIssue[]>();
  for (const issue of issues) {
    const group = groups.get(by(issue));
    if (group) group.push(issue);
    else groups.set(by(issue), [issue]);
  }
  return groups;
}
