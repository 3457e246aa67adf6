import type { ProductCells } from "./product-cells.js";

/** A field of a record in a file: how it is read, and what an exported file has in its columns. */
export interface FileField<Value, Source, Column extends string> {
  /**
   * Undefined when the file does not have the field, so that the stored value stays.
   * @param source the row of a variant, or all rows of a product
   */
  readonly read: (cells: ProductCells<Column>, source: Source) => Value | undefined;
  /** The text of each exported column; a column without one is only imported. */
  readonly write: { readonly [Name in Column]?: (value: Value | undefined) => string };
}

/** One entry for each field of a record. */
export type FileFields<Fields, Source, Column extends string> = {
  readonly [Field in keyof Fields]-?: FileField<Exclude<Fields[Field], undefined>, Source, Column>;
};

/**
 * Reads the fields of a record that a file has.
 * @returns a function that adds them to the rest of a record: a copy of each record would cost an
 * import more than reading it
 */
export const fieldsReader = <Fields extends object, Source, Column extends string>(
  fields: FileFields<Fields, Source, Column>,
) => {
  const entries = Object.entries(fields) as [string, FileField<unknown, Source, Column>][];
  return <Rest extends object>(
    rest: Rest,
    cells: ProductCells<Column>,
    source: Source,
  ): Rest & Partial<Fields> => {
    const record = rest as Record<string, unknown>;
    for (const [name, { read }] of entries) {
      const value = read(cells, source);
      if (value !== undefined) record[name] = value;
    }
    return rest;
  };
};

/** The exported columns of a record, in the order of its fields. */
export const writtenColumns = <Fields extends object, Column extends string>(
  fields: FileFields<Fields, never, Column>,
): readonly { readonly column: Column; readonly cell: (record: Partial<Fields>) => string }[] =>
  (Object.entries(fields) as [keyof Fields, FileField<unknown, never, Column>][]).flatMap(
    ([field, { write }]) =>
      (Object.entries(write) as [Column, (value: unknown) => string][]).map(([column, text]) => ({
        column,
        cell: (record) => text(record[field]),
      })),
  );
