import type { ProductRecord } from "../../../application/catalog/ports/product-record.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield-type.js";
import { TYPE_NAMES, untyped } from "./metafield-header.js";
import type { Findings } from "./findings.js";
import type { Row } from "../../shared/csv/records.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";

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
    const value =
      rows.map(({ cells }) => fromSafeCell(cells[index] ?? "")).find((text) => text !== "") ?? "";
    found.set(`${namespace}.${key}`, {
      namespace,
      key,
      type: type ?? (columnsWithLines.has(index) ? "MULTILINE_TEXT" : "TEXT"),
      value,
      definition: { ...declared, isTyped: type !== null },
    });
  }
  for (const row of rows) {
    const [namespace, key, value = "", type = ""] = (
      ["metafieldNamespace", "metafieldKey", "metafieldValue", "metafieldType"] as const
    ).map((field) => findings.cell(row, field));
    if (namespace && key)
      found.set(`${namespace}.${key}`, {
        namespace,
        key,
        type: TYPE_NAMES.get(type.toLowerCase()) ?? typeFor(value),
        value,
        definition: { ...UNDECLARED, isTyped: TYPE_NAMES.has(type.toLowerCase()) },
      });
  }
  return [...found.values()];
};

const { name, filterable, sortable, choices } = untyped("", "");
const UNDECLARED = { name, filterable, sortable, choices };

const typeFor = (value: string): MetafieldType =>
  /[\r\n]/.test(value) ? "MULTILINE_TEXT" : "TEXT";
