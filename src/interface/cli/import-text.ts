import {
  FATES,
  type Counts,
  type ImportReport,
} from "../../application/catalog/files/import-report.js";
import type { ProductFile } from "../../application/catalog/ports.js";
import type { Remark, UnusableFile } from "../../application/catalog/files/product-sheet.js";
import type { FoundRemark, ImportFindings } from "./import-findings.js";

const MOST_PRODUCTS = 20;
const MOST_REMARKS = 5;
const MOST_EXAMPLES = 3;
const MOST_COLUMNS = 12;
const SIGNS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

/** How a file was understood, so that a wrong guess is seen at once. */
export const fileText = ({
  path,
  dialect,
  rows,
  products,
  unknownColumns,
  columnsNotKept,
}: ProductFile): string => {
  const { encoding, byteOrderMark, delimiter, lineEnds, decimal, priceUnit, forced } = dialect;
  const said = (name: (typeof forced)[number]): string =>
    forced.includes(name) ? " (as you said)" : "";
  return lines([
    `${path}: ${number(rows, "row")}, ${number(products, "product")}`,
    `  encoding   ${encoding}${byteOrderMark ? " with a byte order mark" : ""}${said("encoding")}`,
    `  delimiter  ${SIGNS[delimiter] ?? delimiter}${said("delimiter")}`,
    `  line ends  ${lineEnds}${said("lineEnd")}`,
    `  prices     with a decimal ${decimal}${said("decimal")}, in ${priceUnit === "minor" ? "the smallest unit" : "whole units"}${said("priceUnit")}`,
    ...columnsText("ignored, because their names are not known", unknownColumns),
    ...columnsText("understood, but there is no place for them", columnsNotKept),
  ]);
};

export const unusableText = ({ file, remarks }: UnusableFile, isBegun = false): string =>
  lines([
    isBegun
      ? `${file} cannot be read to its end.`
      : `${file} cannot be imported. Nothing was changed.`,
    ...remarks.flatMap(remarkText),
  ]);

/** What is in when something ends an import half-way. */
export const brokenOffText = (
  { products: { created, updated, unchanged } }: ImportReport,
  { dryRun = false }: { readonly dryRun?: boolean | undefined },
): string =>
  lines([
    "",
    dryRun
      ? "The import broke off. Nothing was changed."
      : `The import broke off; ${number(created + updated + unchanged, "product")} of the file ${created + updated + unchanged === 1 ? "is" : "are"} in. Run it again to continue.`,
  ]);

/** What became of the file, for people. */
export const resultText = (
  report: ImportReport,
  findings: ImportFindings,
  { dryRun = false }: { readonly dryRun?: boolean },
): string =>
  lines([
    "",
    headline(report, dryRun),
    ...(report.refusedWhole
      ? []
      : [
          countsText("products", report.products),
          countsText("variants", report.variants),
          countsText("images", report.images),
        ]),
    ...refusedText(findings),
    ...warningsText(findings.warnings),
  ]);

function headline(
  { refusedWhole, interrupted, products, rows }: ImportReport,
  dryRun: boolean,
): string {
  if (refusedWhole)
    return "Nothing was imported: the file has a defect, and --strict takes a file only as a whole.";
  if (interrupted)
    return `Stopped after ${number(rows, "row")}. ${dryRun ? "Nothing was changed." : "What is counted here is in; run the import again to continue."}`;
  if (dryRun) return "This would happen (nothing was changed):";
  return products.created + products.updated + products.refused === 0
    ? "Nothing has changed: everything in the file is in the catalogue already."
    : "Done:";
}

const countsText = (what: string, counts: Counts): string =>
  `  ${what.padEnd(9)}${FATES.map((fate) => `${String(counts[fate]).padStart(7)} ${fate}`).join("")}`;

function refusedText({ refused, defects }: ImportFindings): readonly string[] {
  if (refused.length === 0) return [];
  const byProduct = grouped(defects, ({ product }) => product);
  const shown = refused.slice(0, MOST_PRODUCTS).flatMap((name) => {
    const own = byProduct.get(name) ?? [];
    return [
      `  ${name}`,
      ...own.slice(0, MOST_REMARKS).flatMap(remarkText),
      ...more(own.length - MOST_REMARKS, "in this product"),
    ];
  });
  return [
    "",
    "Refused, each as a whole:",
    ...shown,
    ...more(refused.length - MOST_PRODUCTS, "refused products"),
  ];
}

function warningsText(warnings: readonly FoundRemark[]): readonly string[] {
  if (warnings.length === 0) return [];
  const groups = [...grouped(warnings, ({ code }) => code).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return ["", "Worth a look:", ...groups.flatMap(warningText)];
}

function warningText(group: readonly FoundRemark[]): readonly string[] {
  const [first] = group;
  if (!first) return [];
  if (group.length === 1) return remarkText(first);
  const examples = group
    .slice(0, MOST_EXAMPLES)
    .map(({ line, value }) => `line ${line}${value === null ? "" : ` ("${value}")`}`);
  const rest = group.length - examples.length;
  return [
    `  ${group.length} times, ${examples.join(", ")}${rest > 0 ? ` and ${rest} more, see --report` : ""}`,
    `      ${first.reason}`,
    `      ${first.advice}`,
  ];
}

const remarkText = ({ line, column, value, reason, advice }: Remark): readonly string[] => [
  `    line ${line}${column === null ? "" : `, column "${column}"`}${value === null ? "" : `, value "${value}"`}`,
  `      ${reason}`,
  `      ${advice}`,
];

const more = (count: number, what: string): readonly string[] =>
  count > 0 ? [`    and ${count} more ${what}, see --report`] : [];

const columnsText = (why: string, columns: readonly string[]): readonly string[] => {
  if (columns.length === 0) return [];
  const rest = columns.length - MOST_COLUMNS;
  return [
    `  ${number(columns.length, "column")} ${why}: ${columns.slice(0, MOST_COLUMNS).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
  ];
};

function grouped<Key>(
  remarks: readonly FoundRemark[],
  by: (remark: FoundRemark) => Key,
): ReadonlyMap<Key, readonly FoundRemark[]> {
  const groups = new Map<Key, FoundRemark[]>();
  for (const remark of remarks) {
    const group = groups.get(by(remark));
    if (group) group.push(remark);
    else groups.set(by(remark), [remark]);
  }
  return groups;
}

export const number = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : `${one}s`}`;
// oxlint-disable-next-line no-control-regex -- what a file holds must not steer the terminal
const oneLine = (value: string): string => value.replaceAll(/[\u0000-\u001F\u007F-\u009F]+/g, " ");
const lines = (all: readonly string[]): string => `${all.map(oneLine).join("\n")}\n`;
