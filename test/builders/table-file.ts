import type { FileFormatOptions } from "../../src/application/shared/file-format.js";
import type { TableFile, TableKind } from "../../src/application/shared/table-files.js";
import type { RowsResult, TableReport } from "../../src/application/shared/table-import.js";
import { CsvTableFiles } from "../../src/infrastructure/shared/csv/csv-table-files.js";
import { csvFile } from "./csv-file.js";

const files = new CsvTableFiles();

export const tableFile = async <Field extends string>(
  kind: TableKind<Field>,
  content: string | Buffer,
  options: FileFormatOptions = {},
): Promise<TableFile<Field>> => files.open(await csvFile(content), kind, options);

export const tableText = async <Field extends string>(
  kind: TableKind<Field>,
  rows: AsyncIterable<Readonly<Partial<Record<Field, string>>>>,
): Promise<string> => {
  let text = "";
  for await (const piece of files.text(kind, rows)) text += piece;
  return text;
};

/** Collects the issues of an import: `3 PRICE_LIST_NOT_FOUND Price list`. */
export const issuesOf = () => {
  const issues: string[] = [];
  return {
    issues,
    onRows: ({ defects }: RowsResult) => {
      for (const { line, code, column } of defects) issues.push(`${line} ${code} ${column}`);
    },
  };
};

export const counts = ({ changed, unchanged, removed, refused }: TableReport) => ({
  changed,
  unchanged,
  removed,
  refused,
});
