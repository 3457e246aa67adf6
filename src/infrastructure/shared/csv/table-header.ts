import type { TableKind } from "../../../application/shared/table-files.js";
import { foldHeader } from "./fold-header.js";
import { unusableFile } from "./import-issue.js";
import { fromSafeCell } from "./safe-cell.js";

/** The meaning of the columns of a file. */
export interface TableHeader<Field extends string> {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<Field, number>;
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly unknown: readonly string[];
}

const MOST_COLUMNS = 5_000;

/** @throws UnusableFile */
export const tableHeader = <Field extends string>(
  path: string,
  cells: readonly string[],
  kind: TableKind<Field>,
): TableHeader<Field> => {
  const names = cells.map(
    (cell, index) =>
      fromSafeCell(cell.replace(/^\uFEFF/, "")) || `(column ${index + 1}, without a name)`,
  );
  if (names.length > MOST_COLUMNS)
    throw unusableFile(path, {
      code: "TOO_MANY_COLUMNS",
      reason: `The first line has ${names.length} columns, more than the allowed ${MOST_COLUMNS}.`,
      advice: "Remove the columns that the shop does not need.",
    });
  const known = fieldsByName(kind);
  const at = new Map<Field, number>();
  for (const [index, name] of names.entries()) {
    const field = known(name);
    if (field === undefined) continue;
    const earlier = at.get(field);
    if (earlier !== undefined)
      throw unusableFile(path, {
        code: "COLUMN_TWICE",
        column: name,
        reason: `The columns "${names[earlier]}" and "${name}" have the same meaning, so it is unclear which one to import.`,
        advice: "Remove one of the two columns.",
      });
    at.set(field, index);
  }
  refuseMissing(path, kind, at);
  return {
    names,
    at,
    columns: Object.fromEntries([...at].map(([field, index]) => [field, names[index]])) as Partial<
      Record<Field, string>
    >,
    unknown: names.filter((name) => known(name) === undefined),
  };
};

/** The field of a column by any of its names. */
export const fieldsByName = <Field extends string>({ columns, fieldOf }: TableKind<Field>) => {
  const fields = new Map(
    (Object.keys(columns) as Field[]).flatMap((field) =>
      (columns[field]?.names ?? []).map((name) => [foldHeader(name), field] as const),
    ),
  );
  return (name: string): Field | undefined =>
    fields.get(foldHeader(name)) ?? fieldOf?.(fromSafeCell(name)) ?? undefined;
};

const refuseMissing = <Field extends string>(
  path: string,
  { name, columns }: TableKind<Field>,
  at: ReadonlyMap<Field, number>,
): void => {
  const missing = (Object.keys(columns) as Field[])
    .filter((field) => columns[field]?.isRequired && !at.has(field))
    .map((field) => `"${columns[field]?.names[0] ?? field}"`);
  if (missing.length > 0)
    throw unusableFile(path, {
      code: "COLUMN_MISSING",
      reason: `The first line does not name ${missing.join(" and ")}, which ${name} needs.`,
      advice: "Add the column, or give the delimiter if it is a different one: --delimiter.",
    });
};
