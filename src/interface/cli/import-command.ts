import { Command, Option } from "commander";
import {
  NOTHING_IMPORTED,
  addToReport,
  type ImportReport,
} from "../../application/catalog/import-export/import-report.js";
import type { ProductReport } from "../../application/catalog/import-export/product-report.js";
import type { LineEnd } from "../../application/shared/file-format.js";
import type {
  ProductFile,
  ProductFileOptions,
} from "../../application/catalog/ports/product-files.js";
import { UnusableFile } from "../../application/shared/unusable-file.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { ImportFindings } from "./import-findings.js";
import { importProgress } from "./import-progress.js";
import { brokenOffText, importResultText } from "./import-result-text.js";
import { productFileText, unusableFileText } from "./product-file-text.js";

const REFUSED = 3;
const UNUSABLE = 2;
const INTERRUPTED = 130;

const LINE_ENDS: Readonly<Record<string, LineEnd>> = { lf: "LF", crlf: "CRLF", cr: "CR" };

interface Options extends Omit<ProductFileOptions, "currency" | "lineEnd"> {
  readonly lineEnd?: Lowercase<LineEnd>;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly report?: string;
}

/** `plinth import FILE` */
export const importCommand = (context: CliContext): Command =>
  new Command("import")
    .description("import the products of a Shopify CSV file")
    .argument("<file>", "the CSV file")
    .option("--dry-run", "show the result without changing anything")
    .option("--strict", "import nothing when the file has a defect")
    .option("--report <file>", "write all issues as JSON")
    .option(
      "--encoding <name>",
      "the encoding of the file, such as utf-8, windows-1252 or shift_jis (default: recognised)",
    )
    .option(
      "--delimiter <sign>",
      "comma, semicolon, tab, pipe or another character (default: recognised)",
    )
    .addOption(
      new Option("--line-end <kind>", "lf, crlf or cr (default: recognised)").choices([
        "lf",
        "crlf",
        "cr",
      ]),
    )
    .addOption(
      new Option("--decimal <kind>", "the decimal separator of prices (default: point)").choices([
        "point",
        "comma",
      ]),
    )
    .addOption(
      new Option(
        "--price-unit <unit>",
        "whether 1290 means 1290.00 (major) or 12.90 (minor) (default: major)",
      ).choices(["major", "minor"]),
    )
    .addHelpText("after", HELP)
    .action((path: string, options: Options) => run(context, path, options));

const HELP = `
A product is imported as a whole or not at all. Columns that the file lacks leave the stored values unchanged, empty cells
clear them. Products, variants and images that are not in the file stay. Importing a file twice changes nothing.

Exit codes: 0 everything is imported, 3 some products were refused, 2 the file cannot be used, 130 stopped by Ctrl-C (the
reported products are imported; run the import again to continue).

Examples:
  $ plinth import products.csv --dry-run
  $ plinth import products.csv --strict --report report.json
  $ plinth import excel-export.csv --delimiter semicolon --decimal comma`;

async function run(context: CliContext, path: string, options: Options): Promise<void> {
  if (options.report !== undefined) await context.ensureSavable(options.report, path);
  const file = await opened(context, path, options);
  if (!file) return;
  context.err.write(productFileText(file));
  const findings = new ImportFindings(file);
  const report = await imported(context, file, findings, options);
  if (!report) return;
  context.out.write(importResultText(report, findings, options));
  if (options.report !== undefined)
    await context.saveFile(options.report, findings.json(report, options));
  context.setExitCode(exitCode(report));
}

/** @returns null when the file turned out to be unusable */
async function imported(
  context: CliContext,
  file: ProductFile,
  findings: ImportFindings,
  { dryRun, strict, report: path }: Options,
): Promise<ImportReport | null> {
  const progress = importProgress(context, file);
  let soFar = NOTHING_IMPORTED;
  const onProduct = (product: ProductReport): void => {
    soFar = addToReport(soFar, product);
    findings.add(product);
    progress.advance(product.rows);
  };
  try {
    const publicUrl = await context.publicUrl();
    return await context
      .withApp(({ catalog }) =>
        catalog.importProducts(
          { file, publicUrl, dryRun, strict, signal: context.signal, onProduct },
          OPERATOR,
        ),
      )
      .finally(() => progress.stop());
  } catch (error) {
    context.err.write(brokenOffText(soFar, { dryRun }));
    return refuse(context, error, path, soFar);
  }
}

async function opened(
  context: CliContext,
  path: string,
  { encoding, delimiter, lineEnd, decimal, priceUnit, report }: Options,
): Promise<ProductFile | null> {
  try {
    const files = await context.productFiles();
    return await files.open(path, {
      currency: await context.currency(),
      encoding,
      delimiter,
      lineEnd: LINE_ENDS[lineEnd ?? ""],
      decimal,
      priceUnit,
    });
  } catch (error) {
    return refuse(context, error, report);
  }
}

async function refuse(
  context: CliContext,
  error: unknown,
  report: string | undefined,
  result?: ImportReport,
): Promise<null> {
  if (!(error instanceof UnusableFile)) throw error;
  context.err.write(unusableFileText(error, result !== undefined));
  if (report !== undefined)
    await context.saveFile(report, [
      `${JSON.stringify({ file: error.file, usable: false, result, defects: error.issues }, null, 2)}\n`,
    ]);
  context.setExitCode(UNUSABLE);
  return null;
}

function exitCode({ interrupted, products }: ImportReport): number {
  if (interrupted) return INTERRUPTED;
  return products.refused > 0 ? REFUSED : 0;
}
