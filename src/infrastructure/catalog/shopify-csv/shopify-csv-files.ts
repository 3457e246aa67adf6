import type {
  ProductEntry,
  ProductFile,
  ProductFileOptions,
  ProductFiles,
  ProductFileShape,
} from "../../../application/catalog/ports/product-files.js";
import type { ProductRecord } from "../../../application/catalog/ports/product-record.js";
import type { DeclaredContent } from "../../../domain/catalog/metafields/metafield-definition.js";
import { COLUMNS } from "./columns.js";
import { headerOf, withoutHeader } from "../../shared/csv/without-header.js";
import { recogniseDialect, type FileKind } from "../../shared/csv/recognise-dialect.js";
import { countKnownColumns, readHeader, type Header } from "./header.js";
import { productRows } from "./product-rows.js";
import { readProduct, type ReadingContext } from "./read-product.js";
import { records, type Layout } from "../../shared/csv/records.js";
import { unusableFile } from "../../shared/csv/import-issue.js";
import { issuesOfNew } from "./issues-of-new.js";
import { scanFile } from "./scan-file.js";
import { changeDetector } from "../../shared/csv/change-detector.js";
import { productText } from "./product-text.js";

const SHOPIFY: FileKind = {
  name: "a Shopify product file",
  example: "Handle,Title,Variant Price",
  countKnownColumns,
};

/**
 * Product files in the CSV format of Shopify. A file is read twice: once to scan it, once to stream
 * its products.
 */
export class ShopifyCsvFiles implements ProductFiles {
  async open(path: string, options: ProductFileOptions): Promise<ProductFile> {
    const ensureUnchanged = await changeDetector(path);
    const { dialect, encoding, hasSeparatorLine } = await recogniseDialect(path, options, SHOPIFY);
    const layout: Layout = {
      encoding,
      delimiter: dialect.delimiter,
      lineEnd: options.lineEnd ?? null,
      hasSeparatorLine,
    };
    const header = readHeader((await headerOf(records(path, layout)))?.cells ?? []);
    refuseUnusable(path, header);
    const scan = await scanFile(path, withoutHeader(records(path, layout)), header, options);
    const { currency } = options;
    const context: ReadingContext = {
      header,
      scan,
      style: {
        currency,
        ...scan.decimals,
        isForced: options.decimal !== undefined,
        priceUnit: dialect.priceUnit,
      },
      columns: columnNames(header),
    };
    return {
      path,
      dialect,
      rows: scan.rows,
      products: scan.products,
      unknownColumns: header.unknown,
      columnsNotKept: header.notKept,
      has: (slug) => scan.lastRows.has(slug) || scan.keysOfSlug.has(slug),
      hasSku: (sku) => scan.hasSku(sku),
      declared: declaredIn(header),
      issuesOfNew: issuesOfNew(header),
      warnings: scan.currencies.issues(currency),
      entries: () => entries(path, layout, context, ensureUnchanged),
    };
  }

  text(shape: ProductFileShape, records: AsyncIterable<ProductRecord>): AsyncIterable<string> {
    return productText(shape, records);
  }
}

const declaredIn = ({ metafields }: Header): readonly DeclaredContent[] =>
  metafields.flatMap(({ index: _, owner: __, type, name, ...said }) =>
    type === null ? [] : [{ ...said, type, name: name || said.key, description: "" }],
  );

async function* entries(
  path: string,
  layout: Layout,
  context: ReadingContext,
  ensureUnchanged: () => Promise<void>,
): AsyncGenerator<ProductEntry> {
  for await (const rows of productRows(
    withoutHeader(records(path, layout)),
    context.header,
    context.scan,
  ))
    yield readProduct(rows, context);
  await ensureUnchanged();
}

const MOST_COLUMNS = 5_000;

function refuseUnusable(path: string, { at, names, clashes, unknown }: Header): void {
  const [clash] = clashes;
  if (clash)
    throw unusableFile(path, {
      code: "COLUMN_TWICE",
      column: clash[1],
      reason: `The columns "${clash[0]}" and "${clash[1]}" have the same meaning, so it is unclear which one to import.`,
      advice: "Remove one of the two columns.",
    });
  if (names.length > MOST_COLUMNS)
    throw unusableFile(path, {
      code: "TOO_MANY_COLUMNS",
      reason: `The first line has ${names.length} columns, more than the allowed ${MOST_COLUMNS}.`,
      advice: "Remove the columns that the shop does not need.",
    });
  if (at.has("title") || at.has("handle")) return;
  const isSingle = names.length === 1;
  throw unusableFile(path, {
    code: "NO_HEADER",
    value: names.join(", "),
    reason: isSingle
      ? "The first line has a single column, so the delimiter is probably a different one."
      : `The first line has neither a column "Title" nor a column "Handle" (${names.length - unknown.length} of ${names.length} columns are known).`,
    advice: isSingle
      ? "Give the delimiter: --delimiter comma, semicolon, tab or pipe."
      : "A product file needs the title of each product, and the handle of products with several rows.",
  });
}

const columnNames = ({ at, names }: Header): Readonly<Record<string, string>> =>
  Object.fromEntries([...at].map(([field, index]) => [field, names[index] ?? COLUMNS[field][0]]));
