import type { Findings } from "./findings.js";
import { linesText } from "./lines-text.js";
import type { ProductRows } from "./product-rows.js";
import type { Row } from "../../shared/csv/records.js";
import { refuseRaggedRows } from "./refuse-ragged-rows.js";

/**
 * Reports rows that are not one product.
 * @param beginnings the lines on which the rows of the product begin, if it has rows in several
 * places
 * @returns whether the rows can be read
 */
export const checkProductRows = (
  findings: Findings,
  { key, rows, count }: ProductRows,
  beginnings: readonly number[] | undefined,
): boolean => {
  const [top] = rows;
  if (
    !top ||
    refuseRaggedRows(findings, rows) ||
    refuseTooManyRows(findings, rows, top, count) ||
    refuseUnknownProduct(findings, rows, top, key)
  )
    return false;
  refuseTwoProducts(findings, rows, beginnings);
  return true;
};

const refuseTooManyRows = (
  findings: Findings,
  rows: readonly Row[],
  top: Row,
  count: number,
): boolean => {
  if (count === rows.length) return false;
  findings.defect(top, "handle", null, {
    code: "TOO_MANY_ROWS",
    reason: `The product has ${count} rows, more than a product may have.`,
    advice: "Check whether all products have the same handle.",
  });
  return true;
};

const refuseUnknownProduct = (
  findings: Findings,
  rows: readonly Row[],
  top: Row,
  key: string,
): boolean => {
  const unknown =
    key === ""
      ? [top]
      : rows.filter((row) => !findings.cell(row, "handle") && !findings.cell(row, "title"));
  for (const row of unknown)
    findings.defect(row, findings.has("handle") ? "handle" : "title", null, {
      code: "NO_HANDLE",
      reason:
        "The row has neither a handle nor a title, so its product is unknown. The product above it is not imported either.",
      advice: "Fill in the handle in every row of a product.",
    });
  return unknown.length > 0;
};

/**
 * A handle with two titles is a defect. Rows of one title in several places are one product, with a
 * warning.
 */
const refuseTwoProducts = (
  findings: Findings,
  rows: readonly Row[],
  beginnings: readonly number[] | undefined,
): void => {
  const titled = rows
    .flatMap((row) => ({ row, title: findings.cell(row, "title") ?? "" }))
    .filter(({ title }) => title !== "");
  const other = titled.find(({ title }) => title !== titled[0]?.title);
  if (other && titled[0])
    findings.defect(other.row, "title", other.title, {
      code: "TWO_PRODUCTS",
      reason: `The handle already belongs to "${titled[0].title}" on line ${titled[0].row.line}, but this row has another title.`,
      advice: "Give one of the two products another handle.",
    });
  else if (beginnings && rows[0])
    findings.warn(rows[0], "handle", findings.cell(rows[0], "handle") ?? null, {
      code: "HANDLE_REPEATED",
      reason: `The rows with this handle are in several places, beginning on the lines ${linesText(beginnings)}. They are imported as one product, as in Shopify.`,
      advice: "If these are different products, give each its own handle.",
    });
};
