import type { ProductRecord } from "../../../application/catalog/ports/product-record.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield-type.js";
import { TYPE_NAMES, untyped } from "./metafield-header.js";
import type { Findings } from "./findings.js";
import type { Row } from "../../shared/csv/records.js";

type MetafieldRecord = NonNullable<ProductRecord["metafields"]>[number];

/**
 * The metafields of a product: from their own columns, each with one type in the whole file, and
 * from rows with one metafield each.
 */
export const readMetafields = (
  findings: Findings,
  rows: readonly Row[],
  columnsWithLines: ReadonlySet<number>,
): readonly MetafieldRecord[] | undefined => {
  const { header } = findings;
  if (header.metafields.length === 0 && !findings.has("metafieldKey")) return undefined;
  const found = new Map<string, MetafieldRecord>();
  for (const { index, namespace, key, type, ...declared } of header.metafields) {
    const value = findings.firstAt(rows, index)?.value ?? "";
    found.set(`${namespace}.${key}`, {
      namespace,
      key,
      type: type ?? (columnsWithLines.has(index) ? "MULTILINE_TEXT" : "TEXT"),
      value,
      definition: { ...declared, isTyped: type !== null },
    });
  }
  for (const row of rows) readMetafieldRow(findings, row, found);
  return [...found.values()];
};

const { name, filterable, sortable, choices } = untyped("", "");
const UNDECLARED = { name, filterable, sortable, choices };

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
