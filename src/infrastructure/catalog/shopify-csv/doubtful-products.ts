import type { Findings } from "./findings.js";
import { linesText } from "./lines.js";
import type { Row } from "./records.js";

/** A product may have many rows, but not a whole file. @returns whether it is refused */
export const refuseTooMany = (
  findings: Findings,
  rows: readonly Row[],
  top: Row,
  count: number,
): boolean => {
  if (count === rows.length) return false;
  findings.defect(top, "handle", null, {
    code: "TOO_MANY_ROWS",
    reason: `The product has ${count} rows, more than any product may have.`,
    advice: "Check whether all products have been given the same handle.",
  });
  return true;
};

/** Rows that say of no product which one they mean. @returns whether there is one */
export const refuseNameless = (
  findings: Findings,
  rows: readonly Row[],
  top: Row,
  key: string,
): boolean => {
  const nameless =
    key === ""
      ? [top]
      : rows.filter((row) => !findings.cell(row, "handle") && !findings.cell(row, "title"));
  for (const row of nameless)
    findings.defect(row, findings.has("handle") ? "handle" : "title", null, {
      code: "NO_HANDLE",
      reason:
        "The row has neither a handle nor a title, so nobody can tell which product it belongs to; the product above it is left out too.",
      advice: "Fill the handle in every row of a product.",
    });
  return nameless.length > 0;
};

/** One handle under two titles is refused; one that begins twice with the same title is put together, and that is said. */
export const refuseTwoProducts = (
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
      reason: `The handle already belongs to "${titled[0].title}" on line ${titled[0].row.line}, but here begins a product with another title.`,
      advice: "Give one of the two products a handle of its own.",
    });
  else if (beginnings && rows[0])
    findings.warn(rows[0], "handle", findings.cell(rows[0], "handle") ?? null, {
      code: "HANDLE_REPEATED",
      reason: `Rows with this handle stand apart, beginning on the lines ${linesText(beginnings)}; they are taken for one product, as Shopify does.`,
      advice: "When different products are meant, give each a handle of its own.",
    });
};
