import type { Publication } from "../../../domain/catalog/publication.js";
import { toPeriod } from "../../shared/database/cell.js";
import { cellsOf, type Column } from "../../shared/database/columns.js";
import type { RowValues } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

export const publicationColumn: Column<Publication | null> = {
  cells: {
    published_from: (publication) => publication && toSqlTime(publication.from),
    published_until: (publication) => (publication?.until ? toSqlTime(publication.until) : null),
  },
  read: (row) => toPeriod(row["published_from"], row["published_until"]),
};

export const publicationColumns = (publication: Publication | null): RowValues =>
  cellsOf(publicationColumn, publication);
