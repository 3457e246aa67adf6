import type { Dialect, FileFormatOptions, ImportIssue } from "../../shared/file-format.js";
import type {
  DeclaredContent,
  MetafieldDefinitionContent,
} from "../../../domain/catalog/metafields/metafield-definition.js";
import type { MetafieldOwner } from "../../../domain/catalog/metafields/metafield-usage.js";
import type { ProductRecord } from "./product-record.js";

/** Reads and writes product files. */
export interface ProductFiles {
  /** @throws UnusableFile */
  open(path: string, options: ProductFileOptions): Promise<ProductFile>;
  /** The text of a file, in pieces. @param records with every field */
  text(shape: ProductFileShape, records: AsyncIterable<ProductRecord>): AsyncIterable<string>;
}

export interface ProductFileOptions extends FileFormatOptions {
  /** The currency of all prices of the shop (ISO 4217). */
  readonly currency: string;
}

/** One product of a file. With defects it must not be imported. */
export interface ProductEntry {
  /** The slug, or else the best name that its rows have. */
  readonly name: string;
  readonly rows: number;
  /** The numbers of variants and images in its rows, also when they cannot be read. */
  readonly variants: number;
  readonly images: number;
  readonly record: ProductRecord | null;
  readonly defects: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
}

export interface ProductFile {
  readonly path: string;
  readonly dialect: Dialect;
  /** The number of rows without the header and without empty rows. */
  readonly rows: number;
  readonly products: number;
  /** Columns without a meaning here. */
  readonly unknownColumns: readonly string[];
  /** Columns with a meaning that the shop cannot store yet. */
  readonly columnsNotKept: readonly string[];
  /** Whether the file has a product with this slug. */
  has(slug: string): boolean;
  /** Whether the file has a variant with this SKU. */
  hasSku(sku: string): boolean;
  /** The custom fields whose type the header names: they are declared also without a value. */
  readonly declared: readonly DeclaredContent[];
  /** What columns that the file lacks mean, if it creates a product or a variant. */
  readonly issuesOfNew: {
    readonly products: FileIssue | null;
    readonly variants: FileIssue | null;
  };
  /** Warnings about the file as a whole. */
  readonly warnings: readonly ImportIssue[];
  /** Streams the products in the order of their last rows. Can be called several times. */
  entries(): AsyncIterable<ProductEntry>;
}

/** An issue that has no line yet. */
export type FileIssue = Pick<ImportIssue, "code" | "reason" | "advice">;

/** The columns that a file needs for all its products. */
export interface ProductFileShape {
  readonly options: number;
  /** The options with swatches, by their index. */
  readonly swatches: readonly number[];
  readonly metafields: readonly MetafieldColumn[];
}

/** The column of a metafield of one kind of owner, with what its definition says. */
export interface MetafieldColumn extends Pick<
  MetafieldDefinitionContent,
  "namespace" | "key" | "name" | "type" | "owners" | "filterable" | "sortable" | "choices"
> {
  readonly owner: MetafieldOwner;
}
