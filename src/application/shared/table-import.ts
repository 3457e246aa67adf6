import type { ImportIssue } from "./file-format.js";
import type { Refusal } from "./refusal.js";
import type { TableFile, TableRow } from "./table-files.js";
import { truncated } from "./truncated.js";

export interface TableImport<Field extends string> {
  readonly file: Pick<TableFile<Field>, "batches" | "columns">;
  /** Reports the result without saving anything. */
  readonly dryRun?: boolean | undefined;
  /** Imports nothing when a row is refused. */
  readonly strict?: boolean | undefined;
  /** Removes what the file does not name; strict as well. */
  readonly replace?: boolean | undefined;
  /** After an abort the current portion is finished and no other one is started. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Called after rows are saved or refused. */
  readonly onRows?: ((result: RowsResult) => void) | undefined;
}

/** The result of some rows. */
export interface RowsResult {
  readonly rows: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What the file does not name. */
  readonly removed: number;
  readonly refused: number;
  readonly defects: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
}

/** The result of the import of a file. */
export interface TableReport extends Omit<RowsResult, "defects" | "warnings"> {
  /** Whether the import was stopped before the last row. The counted rows are imported. */
  readonly interrupted: boolean;
  /** Whether a strict import found a defect, so that nothing was imported. */
  readonly refusedWhole: boolean;
}

export const NO_ROWS: TableReport = {
  rows: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  refused: 0,
  interrupted: false,
  refusedWhole: false,
};

export const addRows = (report: TableReport, result: RowsResult): TableReport => ({
  ...report,
  rows: report.rows + result.rows,
  changed: report.changed + result.changed,
  unchanged: report.unchanged + result.unchanged,
  removed: report.removed + result.removed,
  refused: report.refused + result.refused,
});

type IssueText = Pick<ImportIssue, "code" | "reason" | "advice">;

/** The issues of the rows of a file. */
export const rowIssues =
  <Field extends string>(columns: TableFile<Field>["columns"]) =>
  (
    { line, cells }: Pick<TableRow<Field>, "line" | "cells">,
    field: Field,
    { code, reason, advice }: IssueText,
  ): ImportIssue => ({
    line,
    column: columns[field] ?? null,
    code,
    value: cells[field] === undefined ? null : truncated(cells[field], 120),
    reason: truncated(reason, 600),
    advice,
  });

/** The text of an issue for a refusal. */
export const refusalText = ({ code, message }: Refusal): IssueText => ({
  code,
  reason: message,
  advice: "Correct the row and import again.",
});

/**
 * Imports the portions of a file. A strict import tries all of them first.
 * @param importAll imports the file, or only tries to; calls back with the results
 */
export const importStrictly = async <Field extends string>(
  command: TableImport<Field>,
  importAll: (
    dryRun: boolean,
    onRows: (result: RowsResult) => void,
  ) => Promise<Pick<TableReport, "interrupted">>,
): Promise<TableReport> => {
  const { dryRun = false, strict = false, replace = false, onRows } = command;
  const run = async (isTrial: boolean, tell: typeof onRows): Promise<TableReport> => {
    let report = NO_ROWS;
    const { interrupted } = await importAll(isTrial, (result) => {
      report = addRows(report, result);
      tell?.(result);
    });
    return { ...report, interrupted };
  };
  if (!strict && !replace) return run(dryRun, onRows);
  const trial = await run(true, (result) => {
    if (dryRun || result.refused > 0) onRows?.(result);
  });
  if (trial.refused > 0)
    return { ...NO_ROWS, rows: trial.rows, refused: trial.refused, refusedWhole: true };
  return dryRun || trial.interrupted ? trial : run(false, onRows);
};
