import type { MetafieldColumn } from "../../../application/catalog/ports/product-files.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield.js";
import { fromSafeCell, safeCell } from "../../shared/csv/safe-cell.js";

/** What the header of a column says about a metafield. */
export interface MetafieldHeader {
  readonly namespace: string;
  readonly key: string;
  /** What is written before the name, without the type; empty when there is nothing. */
  readonly name: string;
  /** Null when the header has no type. */
  readonly type: MetafieldType | null;
}

/** The names of types in files; the first one of a type is written. */
export const TYPE_NAMES: ReadonlyMap<string, MetafieldType> = new Map<string, MetafieldType>([
  ["single_line_text_field", "TEXT"],
  ["string", "TEXT"],
  ["multi_line_text_field", "MULTILINE_TEXT"],
  ["number_integer", "INTEGER"],
  ["integer", "INTEGER"],
  ["number_decimal", "DECIMAL"],
  ["boolean", "BOOLEAN"],
  ["date", "DATE"],
  ["date_time", "DATE_TIME"],
  ["url", "URL"],
  ["json", "JSON"],
  ["json_string", "JSON"],
]);

const METAFIELD = /^(.*)\(product\.metafields\.([^.()\s]+)\.([^()\s]+)\)\s*$/is;
const TYPED = /^(.*)\[([^[\]]*)\]$/s;

/** `Year [number_integer] (product.metafields.facts.year)`; null for another column. */
export const readMetafieldHeader = (cell: string): MetafieldHeader | null => {
  const [, before = "", namespace, key] = METAFIELD.exec(cell) ?? [];
  if (!namespace || !key) return null;
  const text = fromSafeCell(before);
  const [, name = "", typeName = ""] = TYPED.exec(text) ?? [];
  const type = TYPE_NAMES.get(typeName.trim().toLowerCase()) ?? null;
  return { namespace, key, name: type === null ? text : name.trim(), type };
};

/**
 * A header that is read back as it was. Other readers of such files take the field from the end and
 * ignore what is before it.
 */
export const writeMetafieldHeader = ({ namespace, key, name, type }: MetafieldColumn): string =>
  safeCell(`${name} [${nameOf(type)}] (product.metafields.${namespace}.${key})`);

const nameOf = (type: MetafieldType): string =>
  [...TYPE_NAMES].find(([, one]) => one === type)?.[0] ?? type.toLowerCase();
