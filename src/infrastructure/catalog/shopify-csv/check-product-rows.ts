import { checkHandle } from "./check-identifiers.js";
import type { Findings } from "./findings.js";
import { linesText } from "./lines-text.js";
import { slugOfKey } from "./product-key.js";
import type { ProductRows } from "./product-rows.js";
import type { Row } from "../../shared/csv/records.js";
import { refuseRaggedRows } from "./refuse-ragged-rows.js";
import type { FileScan } from "./scan-file.js";

/** Reports rows that are not one product. @returns whether the rows can be read */
export const checkProductRows = (
  findings: Findings,
  { key, rows, count }: ProductRows,
  scan: FileScan,
): boolean => {
  const [top] = rows;
  if (
    !top ||
    refuseRaggedRows(findings, rows) ||
    refuseTooManyRows(findings, rows, top, count) ||
    refuseUnknownProduct(findings, rows, top, key) ||
    checkHandle(findings, top, findings.cell(top, "handle") ?? "")
  )
    return false;
  warnAboutChangedHandle(findings, top, key, scan);
  refuseTwoProducts(findings, rows, scan.beginnings.get(key));
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
      : rows.filter((row) => !findings.cell(row, "handle") && !findings.peek(row, "title"));
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
    .flatMap((row) => ({ row, title: findings.peek(row, "title") ?? "" }))
    .filter(({ title }) => title !== "");
  const other = titled.find(({ title }) => title !== titled[0]?.title);
  if (other && titled[0])
    findings.defect(other.row, "title", other.title, {
      code: "TWO_PRODUCTS",
      reason: `The handle already belongs to "${titled[0].title}" on line ${titled[0].row.line}, but this row has another title.`,
      advice: "Give one of the two products another handle.",
    });
  else if (beginnings) {
    const again = rows.find(({ line }) => line === beginnings[1]) ?? rows[0];
    if (again)
      findings.warn(again, "handle", findings.cell(again, "handle") ?? null, {
        code: "HANDLE_REPEATED",
        reason: `The rows with this handle are in several places, beginning on the lines ${linesText(beginnings)}. They are imported as one product, as in Shopify.`,
        advice: "If these are different products, give each its own handle.",
      });
  }
};

/** A handle that cannot be part of an address gets another form, unless another product has it. */
const warnAboutChangedHandle = (
  findings: Findings,
  top: Row,
  key: string,
  { keysOfSlug, lastRows }: FileScan,
): void => {
  const slug = slugOfKey(key);
  if (slug === key) return;
  const other = lastRows.has(slug) ? slug : keysOfSlug.get(slug)?.find((one) => one !== key);
  if (other !== undefined)
    findings.defect(top, "handle", key, {
      code: "HANDLE_TAKEN",
      reason: `The handle cannot be part of an address, and as "${slug}" it would be that of the product "${other}" of this file.`,
      advice: "Give one of the two products another handle.",
    });
  else
    findings.warn(top, "handle", key, {
      code: "HANDLE_CHANGED",
      reason: `The handle cannot be part of an address. It is imported as "${slug}".`,
      advice: "Use letters, digits and hyphens. Links to the old address need a redirect.",
    });
};
