import type { ProductSheet } from "../../../application/catalog/files/product-sheet.js";
import type { MetafieldType } from "../../../domain/catalog/metafield.js";
import type { Findings } from "./findings.js";
import type { Row } from "./records.js";
import { restored } from "./safe-cell.js";

type MetafieldSheet = NonNullable<ProductSheet["metafields"]>[number];

const TYPES: Readonly<Record<string, MetafieldType>> = {
  string: "TEXT",
  single_line_text_field: "TEXT",
  multi_line_text_field: "MULTILINE_TEXT",
  integer: "INTEGER",
  number_integer: "INTEGER",
  number_decimal: "DECIMAL",
  boolean: "BOOLEAN",
  date: "DATE",
  date_time: "DATE_TIME",
  url: "URL",
  json: "JSON",
  json_string: "JSON",
};

/** The custom fields of a product: from columns of their own, each with one type in the whole file, and from rows that name one each. */
export const readMetafields = (
  findings: Findings,
  rows: readonly Row[],
  columnsWithLines: ReadonlySet<number>,
): readonly MetafieldSheet[] | undefined => {
  const { header } = findings;
  if (header.metafields.length === 0 && !findings.has("metafieldKey")) return undefined;
  const found = new Map<string, MetafieldSheet>();
  for (const { index, namespace, key } of header.metafields) {
    const value =
      rows.map(({ cells }) => restored(cells[index] ?? "")).find((text) => text !== "") ?? "";
    found.set(`${namespace}.${key}`, {
      namespace,
      key,
      type: columnsWithLines.has(index) ? "MULTILINE_TEXT" : "TEXT",
      value,
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
        type: TYPES[type.toLowerCase()] ?? typeFor(value),
        value,
      });
  }
  return [...found.values()];
};

const typeFor = (value: string): MetafieldType =>
  /[\r\n]/.test(value) ? "MULTILINE_TEXT" : "TEXT";
