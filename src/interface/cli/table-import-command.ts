import { SingleBar } from "cli-progress";
import { Command, Option } from "commander";
import type { FileFormatOptions, LineEnd } from "../../application/shared/file-format.js";
import type {
  RowsResult,
  TableImport,
  TableReport,
} from "../../application/shared/table-import.js";
import type { TableFile, TableKind } from "../../application/shared/table-files.js";
import { UnusableFile } from "../../application/shared/unusable-file.js";
import type { App } from "../app.js";
import type { CliContext } from "./cli-context.js";
import { unusableFileText } from "./product-file-text.js";
import { RowFindings } from "./row-findings.js";
import { tableFileText, tableResultText } from "./table-result-text.js";

interface TableCommand<Field extends string> {
  readonly kind: TableKind<Field>;
  readonly description: string;
  /** What `--replace` removes; left out where nothing is removed. */
  readonly replaces?: string;
  readonly help: string;
  /** What the rows are about, for messages: prices. */
  readonly things: string;
  readonly importFile: (app: App, command: TableImport<Field>) => Promise<TableReport>;
}

interface Options extends Omit<FileFormatOptions, "lineEnd" | "priceUnit"> {
  readonly lineEnd?: Lowercase<LineEnd>;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly replace?: boolean;
  readonly report?: string;
}

const REFUSED = 3;
const UNUSABLE = 2;
const INTERRUPTED = 130;
const LINE_ENDS: Readonly<Record<string, LineEnd>> = { lf: "LF", crlf: "CRLF", cr: "CR" };

/** `import FILE` of a kind of files with one record in each row. */
export const tableImportCommand = <Field extends string>(
  context: CliContext,
  table: TableCommand<Field>,
): Command => {
  const command = new Command("import")
    .description(table.description)
    .argument("<file>", "the CSV file")
    .option("--dry-run", "show the result without changing anything")
    .option("--strict", "import nothing when a row is refused")
    .option("--report <file>", "write all issues as JSON")
    .option("--encoding <name>", "the encoding of the file (default: recognised)")
    .option("--delimiter <sign>", "comma, semicolon, tab, pipe or another (default: recognised)")
    .addOption(
      new Option("--line-end <kind>", "lf, crlf or cr (default: recognised)").choices(
        Object.keys(LINE_ENDS),
      ),
    )
    .addOption(
      new Option("--decimal <kind>", "the decimal separator (default: point)").choices([
        "point",
        "comma",
      ]),
    )
    .addHelpText("after", `${table.help}${EXIT_CODES}`)
    .action((path: string, options: Options) => run(context, table, path, options));
  return table.replaces === undefined
    ? command
    : command.option("--replace", `${table.replaces}; strict as well`);
};

const EXIT_CODES = `

Exit codes: 0 everything is imported, 3 some rows were refused, 2 the file cannot be used, 130 stopped by Ctrl-C (run the
import again to continue).`;

const run = async <Field extends string>(
  context: CliContext,
  table: TableCommand<Field>,
  path: string,
  options: Options,
): Promise<void> => {
  if (options.report !== undefined) await context.ensureSavable(options.report, path);
  const findings = new RowFindings();
  try {
    const files = await context.tableFiles();
    const file = await files.open(path, table.kind, {
      ...options,
      lineEnd: LINE_ENDS[options.lineEnd ?? ""],
    });
    context.err.write(tableFileText(file));
    const report = await imported(context, table, file, findings, options);
    context.out.write(tableResultText(report, findings, table.things, options));
    await save(context, options, findings.json({ file: path, usable: true, result: report }));
    context.setExitCode(exitCode(report));
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    context.err.write(unusableFileText(error, findings.rows > 0));
    const { file, issues: defects } = error;
    await save(context, options, [`${JSON.stringify({ file, usable: false, defects })}\n`]);
    context.setExitCode(UNUSABLE);
  }
};

const save = async (
  context: CliContext,
  { report }: Options,
  pieces: Iterable<string>,
): Promise<void> => {
  if (report !== undefined) await context.saveFile(report, pieces);
};

const imported = async <Field extends string>(
  context: CliContext,
  { importFile }: TableCommand<Field>,
  file: TableFile<Field>,
  findings: RowFindings,
  { dryRun, strict, replace }: Options,
): Promise<TableReport> => {
  const bar = progressBar(context, file.rows);
  const onRows = (result: RowsResult): void => {
    findings.add(result);
    bar?.increment(result.rows);
  };
  const { signal } = context;
  return context
    .withApp((app) => importFile(app, { file, dryRun, strict, replace, signal, onRows }))
    .finally(() => bar?.stop());
};

/** On a terminal; none where the output is a file or a pipe. */
const progressBar = ({ err, isTerminal }: CliContext, rows: number): SingleBar | null => {
  if (!isTerminal) return null;
  const bar = new SingleBar({
    stream: err,
    format: "{bar} {percentage}% | {value} of {total} rows | {duration_formatted}",
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  bar.start(rows, 0);
  return bar;
};

const exitCode = ({ interrupted, refused }: TableReport): number => {
  if (interrupted) return INTERRUPTED;
  return refused > 0 ? REFUSED : 0;
};
