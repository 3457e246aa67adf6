import type { ProductFileOptions } from "../../../application/catalog/ports/product-files.js";
import { readSku } from "./as-written.js";
import type { Header } from "./header.js";
import { unusableFile } from "../../shared/csv/import-issue.js";
import { NamedCurrencies } from "./named-currencies.js";
import { FileNumbers } from "./file-numbers.js";
import { productKey, slugOfKey } from "./product-key.js";
import type { Row } from "../../shared/csv/records.js";
import type { DecimalStyle } from "../../shared/csv/to-decimal.js";

/** What is known about a file only after its last row. */
export interface FileScan {
  readonly rows: number;
  readonly products: number;
  /** The number of the last row of each product. */
  readonly lastRows: ReadonlyMap<string, number>;
  /** The lines on which the rows of a product begin, for products with rows in several places. */
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
  /** The keys from which each slug is made, for slugs that differ from their keys. */
  readonly keysOfSlug: ReadonlyMap<string, readonly string[]>;
  /** The lines of each SKU that is used more than once. */
  readonly linesOfSku: ReadonlyMap<string, readonly number[]>;
  hasSku(sku: string): boolean;
  /** The columns of metafields with at least one cell of several lines. */
  readonly columnsWithLines: ReadonlySet<number>;
  readonly currencies: NamedCurrencies;
  readonly decimals: DecimalStyle;
}

/**
 * Reads all rows once.
 * @throws UnusableFile when there is none, or when its numbers have several meanings
 */
export const scanFile = async (
  path: string,
  batches: AsyncIterable<readonly Row[]>,
  header: Header,
  options: ProductFileOptions,
): Promise<FileScan> => {
  const lastRows = new Map<string, number>();
  const firstLines = new Map<string, number>();
  const beginnings = new Map<string, number[]>();
  const keysOfSlug = new Map<string, string[]>();
  const skus = new FileSkus();
  const numbers = new FileNumbers(header, options);
  const columnsWithLines = new Set<number>();
  const currencies = new NamedCurrencies(header);
  let [count, previous] = [0, ""];
  const scan = (row: Row): void => {
    count += 1;
    const key = productKey(header, row) ?? previous;
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) {
      firstLines.set(key, row.line);
      const slug = slugOfKey(key);
      if (slug !== key) keysOfSlug.set(slug, [...(keysOfSlug.get(slug) ?? []), key]);
    } else if (key !== previous) addTo(beginnings, key, firstLine, row.line);
    lastRows.set(key, count);
    previous = key;
    skus.add(readSku(row.cells[header.at.get("sku") ?? -1] ?? ""), row.line);
    for (const { index } of header.metafields)
      if (LINE_END.test(row.cells[index] ?? "")) columnsWithLines.add(index);
    numbers.add(row);
    currencies.add(row);
  };
  for await (const rows of batches) for (const row of rows) scan(row);
  if (count === 0)
    throw unusableFile(path, {
      code: "NO_ROWS",
      reason: "The file has a header, but no rows with products.",
      advice:
        "Export the products again. If a spreadsheet shows rows, check its filter and which sheet was saved.",
    });
  const decimals = numbers.style(path);
  return {
    rows: count,
    products: lastRows.size,
    lastRows,
    beginnings,
    keysOfSlug,
    linesOfSku: skus.lines,
    hasSku: (sku) => skus.has(sku),
    columnsWithLines,
    currencies,
    decimals,
  };
};

const LINE_END = /[\r\n]/;

function addTo(lines: Map<string, number[]>, key: string, first: number, line: number): void {
  const found = lines.get(key);
  if (found) found.push(line);
  else lines.set(key, [first, line]);
}

class FileSkus {
  readonly lines = new Map<string, number[]>();
  readonly #first = new Map<string, number>();

  has(sku: string): boolean {
    return this.#first.has(sku);
  }

  add(sku: string, line: number): void {
    if (sku === "") return;
    const first = this.#first.get(sku);
    if (first === undefined) this.#first.set(sku, line);
    else addTo(this.lines, sku, first, line);
  }
}
