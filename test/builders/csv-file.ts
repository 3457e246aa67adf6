import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type {
  ProductEntry,
  ProductFile,
  ProductFileOptions,
} from "../../src/application/catalog/ports.js";
import { ShopifyCsvFiles } from "../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";

/** A file that goes away with the test. */
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

/** Reads a file from its first byte to its last product. */
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

/** The rows of a small file: the first names the columns. */
export const csv = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
