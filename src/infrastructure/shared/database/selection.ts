import type { FieldSources } from "./field-sources.js";
import type { Row } from "./sql-session.js";

export interface Selection<View extends { readonly id: string }> {
  readonly columns: readonly string[];
  readonly read: (row: Row) => Pick<View, "id"> & Partial<View>;
}

/** The columns of the requested fields only. `idColumn` is read as `id`. */
export const select = <View extends { readonly id: string }>(
  sources: FieldSources<View>,
  idColumn: string,
  fields: ReadonlySet<Exclude<keyof View, "id">>,
): Selection<View> => {
  const chosen = [...fields].map((field) => [field, sources[field]] as const);
  return {
    columns: [...new Set([`${idColumn} AS id`, ...chosen.flatMap(([, { columns }]) => columns)])],
    read: (row) => {
      const record: Record<PropertyKey, unknown> = { id: row["id"] };
      for (const [field, source] of chosen) record[field] = source.read(row);
      return record as Pick<View, "id"> & Partial<View>;
    },
  };
};
