import type { SearchField } from "../../application/search/ports/search-source.js";
import { fullName, type Metafield } from "../../domain/catalog/catalog.js";
import type { Cell } from "../shared/database/cell.js";
import { fromSqlJson } from "../shared/database/sql-value.js";

/** The values of some custom fields in the cell of a product or a variant, which is not always read. */
export const fieldsOf = (
  cell: Cell | undefined,
  fields: readonly SearchField[],
): readonly Metafield[] =>
  cell == null || fields.length === 0
    ? []
    : fromSqlJson<readonly Metafield[]>(cell).filter((one) =>
        fields.some(({ name }) => name === fullName(one)),
      );
