import { Command, Option } from "commander";
import {
  NOTHING_IMPORTED,
  plus,
  type ImportReport,
  type ProductReport,
} from "../../application/catalog/files/import-report.js";
import type { LineEnd, ProductFile, ProductFileOptions } from "../../application/catalog/ports.js";
import { UnusableFile } from "../../application/catalog/files/product-sheet.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliNeeds } from "./cli-needs.js";
import { ImportFindings } from "./import-findings.js";
import { importProgress } from "./import-progress.js";
import { brokenOffText, fileText, resultText, unusableText } from "./import-text.js";

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
export const importCommand = (needs: CliNeeds): Command =>
  new Command("import")
    .description("bring the products of a Shopify CSV file into the catalogue")
    .argument("<file>", "the CSV file")
    .option("--dry-run", "say what would happen, and change nothing")
    .option("--strict", "take nothing of the file when anything in it is wrong")
    .option("--report <file>", "write everything that was found as JSON")
    .option(
      "--encoding <name>",
      "the encoding of the file, such as utf-8, windows-1252 or shift_jis (else recognised)",
    )
    .option("--delimiter <sign>", "comma, semicolon, tab, pipe or another sign (else recognised)")
    .addOption(
      new Option("--line-end <kind>", "lf, crlf or cr (else recognised)").choices([
        "lf",
        "crlf",
        "cr",
      ]),
    )
    .addOption(
      new Option("--decimal <kind>", "what stands before the cents (else a point)").choices([
        "point",
        "comma",
      ]),
    )
    .addOption(
      new Option(
        "--price-unit <unit>",
        "whether 1290 is 1290.00 (major) or 12.90 (minor) (else major)",
      ).choices(["major", "minor"]),
    )
    .addHelpText("after", HELP)
    .action((path: string, options: Options) => run(needs, path, options));

const HELP = `
A product is brought in whole or not at all. Columns that the file lacks leave what is stored alone, empty cells blank it,
and products, variants and images that the file does not name stay. Importing a file twice changes nothing.

Exit codes: 0 everything is in, 3 some products were refused, 2 the file cannot be used, 130 stopped by Ctrl-C (what was
reported is in; run the import again to continue).

Examples:
  $ plinth import products.csv --dry-run
  $ plinth import products.csv --strict --report report.json
  $ plinth import excel-export.csv --delimiter semicolon --decimal comma`;

async function run(needs: CliNeeds, path: string, options: Options): Promise<void> {
  if (options.report !== undefined) await needs.ensureSavable(options.report, path);
  const file = await opened(needs, path, options);
  if (!file) return;
  needs.err.write(fileText(file));
  const findings = new ImportFindings(file);
  const report = await imported(needs, file, findings, options);
  if (!report) return;
  needs.out.write(resultText(report, findings, options));
  if (options.report !== undefined)
    await needs.saveFile(options.report, findings.json(report, options));
  needs.setExitCode(exitCode(report));
}

/** @returns null where the file turned out to be unusable on the way */
async function imported(
  needs: CliNeeds,
  file: ProductFile,
  findings: ImportFindings,
  { dryRun, strict, report: place }: Options,
): Promise<ImportReport | null> {
  const progress = importProgress(needs, file);
  let soFar = NOTHING_IMPORTED;
  const onProduct = (product: ProductReport): void => {
    soFar = plus(soFar, product);
    findings.add(product);
    progress.advance(product.rows);
  };
  try {
    return await needs
      .withApp(({ catalog }) =>
        catalog.importProducts({ file, dryRun, strict, signal: needs.signal, onProduct }, OPERATOR),
      )
      .finally(() => progress.stop());
  } catch (error) {
    needs.err.write(brokenOffText(soFar, { dryRun }));
    return refuse(needs, error, place, soFar);
  }
}

async function opened(
  needs: CliNeeds,
  path: string,
  { encoding, delimiter, lineEnd, decimal, priceUnit, report }: Options,
): Promise<ProductFile | null> {
  try {
    const files = await needs.productFiles();
    return await files.open(path, {
      currency: await needs.currency(),
      encoding,
      delimiter,
      lineEnd: LINE_ENDS[lineEnd ?? ""],
      decimal,
      priceUnit,
    });
  } catch (error) {
    return refuse(needs, error, report);
  }
}

async function refuse(
  needs: CliNeeds,
  error: unknown,
  report: string | undefined,
  result?: ImportReport,
): Promise<null> {
  if (!(error instanceof UnusableFile)) throw error;
  needs.err.write(unusableText(error, result !== undefined));
  if (report !== undefined)
    await needs.saveFile(report, [
      `${JSON.stringify({ file: error.file, usable: false, result, defects: error.remarks }, null, 2)}\n`,
    ]);
  needs.setExitCode(UNUSABLE);
  return null;
}

function exitCode({ interrupted, products }: ImportReport): number {
  if (interrupted) return INTERRUPTED;
  return products.refused > 0 ? REFUSED : 0;
}
