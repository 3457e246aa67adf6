import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type {
  ProductEntry,
  ProductFile,
  ProductFileOptions,
} from "../../src/application/catalog/ports/product-files.js";
import { ShopifyCsvFiles } from "../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";

/** A file that is deleted after the test. */
export const csvFile = async (content: string | Buffer): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-csv-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "products.csv");
  await writeFile(path, content);
  return path;
};

export interface ReadFile extends ProductFile {
  readonly all: readonly ProductEntry[];
}

/** Reads all products of a file. */
export const readCsv = async (
  content: string | Buffer,
  options: Partial<ProductFileOptions> = {},
): Promise<ReadFile> => {
  const file = await new ShopifyCsvFiles().open(await csvFile(content), {
    currency: "EUR",
    ...options,
  });
  const all = [];
  for await (const entry of file.entries()) all.push(entry);
  return { ...file, all };
};

/** A small file from its rows; the first one is the header. */
export const csv = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
