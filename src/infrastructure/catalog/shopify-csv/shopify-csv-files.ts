import type {
  ProductEntry,
  ProductFile,
  ProductFileOptions,
  ProductFiles,
  ProductFileShape,
} from "../../../application/catalog/ports.js";
import type { ProductSheet } from "../../../application/catalog/files/product-sheet.js";
import { COLUMNS } from "./columns.js";
import { recognise } from "./dialect.js";
import { readHeader, type Header } from "./header.js";
import { NamedCurrencies } from "./named-currencies.js";
import { productRows } from "./product-rows.js";
import { readProduct, type Reading } from "./read-product.js";
import { records, type Layout, type Row } from "./records.js";
import { unusable } from "./remark.js";
import { survey } from "./survey.js";
import { rememberFile } from "./unchanged-file.js";
import { productText } from "./write-products.js";

/** Product files in the CSV form of Shopify. A file is read twice: once to survey it, once to stream its products. */
export class ShopifyCsvFiles implements ProductFiles {
  async open(path: string, options: ProductFileOptions): Promise<ProductFile> {
    const ensureUnchanged = await rememberFile(path);
    const { dialect, encoding } = await recognise(path, options);
    const layout: Layout = {
      encoding,
      delimiter: dialect.delimiter,
      lineEnd: options.lineEnd ?? null,
    };
    const header = readHeader((await first(records(path, layout)))?.cells ?? []);
    refuseUnusable(path, header);
    const currencies = new NamedCurrencies(header);
    const found = await survey(
      path,
      currencies.watch(withoutHeader(records(path, layout))),
      header,
      options,
    );
    const { currency } = options;
    const reading: Reading = {
      header,
      survey: found,
      style: { currency, decimal: dialect.decimal, priceUnit: dialect.priceUnit },
      columns: columnNames(header),
    };
    return {
      path,
      dialect,
      rows: found.rows,
      products: found.products,
      unknownColumns: header.unknown,
      columnsNotKept: header.notKept,
      warnings: currencies.remarks(currency),
      entries: () => entries(path, layout, reading, ensureUnchanged),
    };
  }

  text(shape: ProductFileShape, sheets: AsyncIterable<ProductSheet>): AsyncIterable<string> {
    return productText(shape, sheets);
  }
}

async function* entries(
  path: string,
  layout: Layout,
  reading: Reading,
  ensureUnchanged: () => Promise<void>,
): AsyncGenerator<ProductEntry> {
  for await (const rows of productRows(
    withoutHeader(records(path, layout)),
    reading.header,
    reading.survey,
  ))
    yield readProduct(rows, reading);
  await ensureUnchanged();
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

const MOST_COLUMNS = 5_000;

function refuseUnusable(path: string, { at, names, clashes, unknown }: Header): void {
  const [clash] = clashes;
  if (clash)
    throw unusable(path, {
      code: "COLUMN_TWICE",
      column: clash[1],
      reason: `The columns "${clash[0]}" and "${clash[1]}" mean the same, so nobody can tell which of them counts.`,
      advice: "Remove one of the two columns.",
    });
  if (names.length > MOST_COLUMNS)
    throw unusable(path, {
      code: "TOO_MANY_COLUMNS",
      reason: `The first line has ${names.length} columns, more than the ${MOST_COLUMNS} that are allowed.`,
      advice: "Remove the columns that the shop does not need.",
    });
  if (at.has("title") || at.has("handle")) return;
  const one = names.length === 1;
  throw unusable(path, {
    code: "NO_HEADER",
    value: names.join(", "),
    reason: one
      ? "The first line is one single column, so the delimiter is probably another one."
      : `The first line has neither a column "Title" nor a column "Handle" (${names.length - unknown.length} of ${names.length} columns are known).`,
    advice: one
      ? "Say what stands between the cells: --delimiter comma, semicolon, tab or pipe."
      : "A product file needs the title of each product, and the handle where a product has several rows.",
  });
}

const columnNames = ({ at, names }: Header): Readonly<Record<string, string>> =>
  Object.fromEntries([...at].map(([field, index]) => [field, names[index] ?? COLUMNS[field][0]]));
