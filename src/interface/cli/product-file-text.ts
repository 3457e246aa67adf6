import type { ProductFile } from "../../application/catalog/ports/product-files.js";
import type { UnusableFile } from "../../application/shared/unusable-file.js";
import { countText } from "./count-text.js";
import { issueText } from "./issue-text.js";
import { printableLines } from "./printable-lines.js";

const MOST_COLUMNS = 12;
const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

/** The recognised format of a file, so that a wrong guess is noticed at once. */
export const productFileText = ({
  path,
  dialect,
  rows,
  products,
  unknownColumns,
  columnsNotKept,
}: ProductFile): string => {
  const { encoding, byteOrderMark, delimiter, lineEnds, decimal, priceUnit, forced } = dialect;
  const source = (name: (typeof forced)[number]): string =>
    forced.includes(name) ? " (set by an option)" : "";
  return printableLines([
    `${path}: ${countText(rows, "row")}, ${countText(products, "product")}`,
    `  encoding   ${encoding}${byteOrderMark ? " with a byte order mark" : ""}${source("encoding")}`,
    `  delimiter  ${DELIMITERS[delimiter] ?? delimiter}${source("delimiter")}`,
    `  line ends  ${lineEnds}${source("lineEnd")}`,
    `  prices     with a decimal ${decimal}${source("decimal")}, in ${priceUnit === "minor" ? "the smallest unit" : "whole units"}${source("priceUnit")}`,
    ...columnsText("ignored, because the name is unknown", unknownColumns),
    ...columnsText("ignored, because Plinth does not store the content", columnsNotKept),
  ]);
};

/** @param isBegun whether the import had begun when the file turned out to be unusable */
export const unusableFileText = ({ file, issues }: UnusableFile, isBegun = false): string =>
  printableLines([
    isBegun
      ? `${file} cannot be read to its end.`
      : `${file} cannot be imported. Nothing was changed.`,
    ...issues.flatMap(issueText),
  ]);

const columnsText = (why: string, columns: readonly string[]): readonly string[] => {
  if (columns.length === 0) return [];
  const rest = columns.length - MOST_COLUMNS;
  const names = columns.slice(0, MOST_COLUMNS).join(", ");
  return [
    `  ${countText(columns.length, "column")} ${why}: ${names}${rest > 0 ? ` and ${rest} more` : ""}`,
  ];
};
