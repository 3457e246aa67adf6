import { fractionDigits } from "../../../domain/shared/currency.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { ProductFileOptions } from "../../../application/catalog/ports.js";
import type { Header } from "./header.js";
import { productKey } from "./product-key.js";
import { looksLikeDecimalComma } from "./read-cells.js";
import type { Row } from "./records.js";
import { unusable } from "./remark.js";
import { restored } from "./safe-cell.js";

/** What can only be known about a file after its last row. */
export interface Survey {
  readonly rows: number;
  readonly products: number;
  /** The number of the last row of each product. */
  readonly lastRows: ReadonlyMap<string, number>;
  /** The lines on which a product begins that begins more than once. */
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
  /** The lines of each SKU that is used more than once. */
  readonly linesOfSku: ReadonlyMap<string, readonly number[]>;
  /** The columns of custom fields in which at least one cell has several lines. */
  readonly columnsWithLines: ReadonlySet<number>;
}

/** Reads all rows once. @throws UnusableFile when there is none, or the prices are written in a way that must be said */
export const survey = async (
  path: string,
  rows: AsyncIterable<Row>,
  header: Header,
  options: ProductFileOptions,
): Promise<Survey> => {
  const lastRows = new Map<string, number>();
  const firstLines = new Map<string, number>();
  const beginnings = new Map<string, number[]>();
  const skus = new Repeated();
  const prices = new PriceStyle();
  const columnsWithLines = new Set<number>();
  let [count, previous] = [0, ""];
  for await (const row of rows) {
    count += 1;
    const key = productKey(header, row) ?? previous;
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) firstLines.set(key, row.line);
    else if (key !== previous) addTo(beginnings, key, firstLine, row.line);
    lastRows.set(key, count);
    previous = key;
    skus.see(oneLine(restored(row.cells[header.at.get("sku") ?? -1] ?? "")), row.line);
    for (const { index } of header.metafields)
      if (LINE_END.test(row.cells[index] ?? "")) columnsWithLines.add(index);
    prices.see(restored(row.cells[header.at.get("price") ?? -1] ?? ""), row.line);
  }
  if (count === 0)
    throw unusable(path, {
      code: "NO_ROWS",
      reason: "The file names columns, but has no rows with products.",
      advice:
        "Export the products again; when the file looks filled in a spreadsheet, check the filter and the sheet that was saved.",
    });
  prices.refuseIfAmbiguous(path, header.names[header.at.get("price") ?? -1] ?? null, options);
  return {
    rows: count,
    products: lastRows.size,
    lastRows,
    beginnings,
    linesOfSku: skus.lines,
    columnsWithLines,
  };
};

const LINE_END = /[\r\n]/;

function addTo(lines: Map<string, number[]>, key: string, first: number, line: number): void {
  const known = lines.get(key);
  if (known) known.push(line);
  else lines.set(key, [first, line]);
}

class Repeated {
  readonly lines = new Map<string, number[]>();
  readonly #first = new Map<string, number>();

  see(sku: string, line: number): void {
    if (sku === "") return;
    const first = this.#first.get(sku);
    if (first === undefined) this.#first.set(sku, line);
    else addTo(this.lines, sku, first, line);
  }
}

interface Example {
  readonly line: number;
  readonly value: string;
}

const FEW_DIGITS = 3;

/** Whether prices could be cents, or have a comma before the cents: nobody may guess that with money. */
class PriceStyle {
  #comma: Example | null = null;
  #whole: Example | null = null;
  #points = 0;
  #small = 0;

  see(value: string, line: number): void {
    if (value === "") return;
    if (looksLikeDecimalComma(value)) this.#comma ??= { value, line };
    else if (/^\d+$/.test(value) && Number(value) !== 0) {
      if (value.length > FEW_DIGITS) this.#whole ??= { value, line };
      else this.#small += 1;
    } else if (/\.\d/.test(value)) this.#points += 1;
  }

  refuseIfAmbiguous(
    path: string,
    column: string | null,
    { currency, decimal, priceUnit }: ProductFileOptions,
  ): void {
    if (this.#comma && this.#points === 0 && decimal === undefined)
      throw unusable(path, {
        ...this.#comma,
        code: "DECIMAL_COMMA",
        column,
        reason: "The prices have a comma where a point is expected.",
        advice: "Import again with --decimal comma when the comma stands before the cents.",
      });
    if (
      this.#whole &&
      this.#points === 0 &&
      this.#small === 0 &&
      !this.#comma &&
      priceUnit === undefined &&
      fractionDigits(currency) > 0
    )
      throw unusable(path, {
        ...this.#whole,
        code: "PRICE_UNIT",
        column,
        reason: `Every price is a whole number of four digits or more, so ${this.#whole.value} may mean ${inMajor(this.#whole.value, fractionDigits(currency))} or ${this.#whole.value}.${"0".repeat(fractionDigits(currency))} ${currency}.`,
        advice:
          "Import again with --price-unit minor when the prices are in cents, or with --price-unit major when they are not.",
      });
  }
}

const inMajor = (value: string, digits: number): string =>
  `${value.slice(0, -digits)}.${value.slice(-digits)}`;
