import type { MetafieldRecord } from "../../../application/catalog/ports/product-record.js";
import { fullName } from "../../../domain/catalog/metafields/metafield.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield-type.js";
import {
  TYPE_NAMES,
  untyped,
} from "../../../application/catalog/import-export/metafield-header.js";
import type { Findings } from "./findings.js";
import type { MetafieldColumn } from "./header.js";
import type { Row } from "../../shared/csv/records.js";

/**
 * The metafields of a product: from their own columns, each with one type in the whole file, and
 * from rows with one metafield each.
 */
export const readMetafields = (
  findings: Findings,
  rows: readonly Row[],
  columnsWithLines: ReadonlySet<number>,
): readonly MetafieldRecord[] | undefined => {
  const columns = findings.header.metafields.filter(({ owner }) => owner === "PRODUCT");
  if (columns.length === 0 && !findings.has("metafieldKey")) return undefined;
  const found = new Map<string, MetafieldRecord>();
  for (const column of columns) {
    const value = findings.firstAt(rows, column.index)?.value ?? "";
    found.set(fullName(column), recordOf(column, value, columnsWithLines));
  }
  for (const row of rows) readMetafieldRow(findings, row, found);
  return [...found.values()];
};

/** The metafields of a variant, from the row that it has. */
export const readVariantMetafields = (
  findings: Findings,
  row: Row,
  columnsWithLines: ReadonlySet<number>,
): readonly MetafieldRecord[] | undefined => {
  const columns = findings.header.metafields.filter(({ owner }) => owner === "VARIANT");
  return columns.length === 0
    ? undefined
    : columns.map((column) => recordOf(column, findings.at(row, column.index), columnsWithLines));
};

const recordOf = (
  { index, namespace, key, type, name, owners, filterable, sortable, choices }: MetafieldColumn,
  value: string,
  columnsWithLines: ReadonlySet<number>,
): MetafieldRecord => ({
  namespace,
  key,
  type: type ?? (columnsWithLines.has(index) ? "MULTILINE_TEXT" : "TEXT"),
  value,
  definition: { name, owners, filterable, sortable, choices, isTyped: type !== null },
});

const { name, owners, filterable, sortable, choices } = untyped("", "");
const UNDECLARED = { name, owners, filterable, sortable, choices };

const typeFor = (value: string): MetafieldType =>
  /[\r\n]/.test(value) ? "MULTILINE_TEXT" : "TEXT";

/** Cells without both names, and another value of the same metafield, end nowhere and are reported. */
function readMetafieldRow(findings: Findings, row: Row, found: Map<string, MetafieldRecord>): void {
  const [namespace, key, value = "", type = ""] = (
    ["metafieldNamespace", "metafieldKey", "metafieldValue", "metafieldType"] as const
  ).map((field) => findings.peek(row, field));
  if (!namespace || !key) return;
  const earlier = found.get(`${namespace}.${key}`)?.value;
  if (earlier && earlier !== value) return;
  for (const field of ["metafieldNamespace", "metafieldKey", "metafieldValue"] as const)
    findings.cell(row, field);
  const known = TYPE_NAMES.get(type.toLowerCase());
  if (known) findings.cell(row, "metafieldType");
  found.set(`${namespace}.${key}`, {
    namespace,
    key,
    type: known ?? typeFor(value),
    value,
    definition: { ...UNDECLARED, isTyped: known !== undefined },
  });
}
