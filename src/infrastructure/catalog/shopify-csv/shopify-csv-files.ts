import type { ProductEntry, ProductFile, ProductFileOptions, ProductFiles, ProductFileShape } from "../../../application/catalog/ports.js";
import type { ProductSheet, Remark } from "../../../application/catalog/product-sheet.js";
import { recognise } from "./dialect.js";
import type { Header } from "./header.js";
import { readHeader } from "./header.js";
import { productRows } from "./product-rows.js";
import { readProduct, type Reading } from "./read-product.js";
import { records, type Layout, type Row } from "./records.js";
import { remark, unusable } from "./remark.js";
import { survey } from "./survey.js";
import { productText } from "./write-products.js";
import { COLUMNS } from "./columns.js";
import { restored } from "./safe-cell.js";

/** Product files in the CSV form of Shopify. A file is read twice: once to survey it, once to stream its products. */
export class ShopifyCsvFiles implements ProductFiles {
  async open(path: string, options: ProductFileOptions): Promise<ProductFile> {
    const { dialect, encoding } = await recognise(path, options);
    const layout: Layout = { encoding, delimiter: dialect.delimiter, lineEnd: options.lineEnd ?? null };
    const header = readHeader((await first(records(path, layout)))?.cells ?? []);
    refuseUnusable(path, header);
    const currencies = new Currencies(header);
    const found = await survey(path, currencies.watch(withoutHeader(records(path, layout))), header, options);
    const { currency } = options;
    const reading: Reading = { header, survey: found, style: { currency, decimal: dialect.decimal, priceUnit: dialect.priceUnit }, columns: columnNames(header) };
    return {
      path,
      dialect,
      rows: found.rows,
      products: found.products,
      unknownColumns: header.unknown,
      columnsNotKept: header.notKept,
      warnings: currencies.remarks(currency),
      entries: () => entries(path, layout, reading),
    };
  }

  text(shape: ProductFileShape, sheets: AsyncIterable<ProductSheet>): AsyncIterable<string> {
    return productText(shape, sheets);
  }
}

async function* entries(path: string, layout: Layout, reading: Reading): AsyncGenerator<ProductEntry> {
  for await (const rows of productRows(withoutHeader(records(path, layout)), reading.header, reading.survey)) yield readProduct(rows, reading);
}

async function first(rows: AsyncIterable<Row>): Promise<Row | null> {
  for await (const row of rows) return row;
  return null;
}

async function* withoutHeader(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let header = true;
  for await (const row of rows) {
    if (!header) yield row;
    header = false;
  }
}

function refuseUnusable(path: string, { at, names, clashes, unknown }: Header): void {
  const [clash] = clashes;
  if (clash)
    throw unusable(path, { code: "COLUMN_TWICE", column: clash[1], reason: `The columns "${clash[0]}" and "${clash[1]}" mean the same, so nobody can tell which of them counts.`, advice: "Remove one of the two columns." });
  if (at.has("title") || at.has("handle")) return;
  const one = names.length === 1;
  throw unusable(path, {
    code: "NO_HEADER",
    value: names.join(", "),
    reason: one ? "The first line is one single column, so the delimiter is probably another one." : `The first line has neither a column "Title" nor a column "Handle" (${names.length - unknown.length} of ${names.length} columns are known).`,
    advice: one ? "Say what stands between the cells: --delimiter comma, semicolon, tab or pipe." : "A product file needs the title of each product, and the handle where a product has several rows.",
  });
}

const columnNames = ({ at, names }: Header): Readonly<Record<string, string>> => Object.fromEntries([...at].map(([field, index]) => [field, names[index] ?? COLUMNS[field][0]]));

/** Which currencies a file names for its prices: nothing is converted, so another one than the shop's deserves a word. */
class Currencies {
  readonly #seen = new Map<string, number>();
  readonly #index: number;

  constructor(private readonly header: Header) {
    this.#index = header.at.get("currency") ?? -1;
  }

  async *watch(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of rows) {
      const named = restored(row.cells[this.#index] ?? "").toUpperCase();
      if (named !== "" && !this.#seen.has(named) && this.#seen.size < 10) this.#seen.set(named, row.line);
      yield row;
    }
  }

  remarks(currency: string): readonly Remark[] {
    return [...this.#seen]
      .filter(([named]) => named !== currency)
      .map(([value, line]) =>
        remark({
          code: "OTHER_CURRENCY",
          line,
          column: this.header.names[this.#index] ?? null,
          value,
          reason: `The file names ${value} as the currency of prices, but the shop counts in ${currency}. The figures are taken as they stand; nothing is converted.`,
          advice: `When the shop sells in ${value}, set PLINTH_CURRENCY=${value} before the first import.`,
        }),
      );
  }
}
