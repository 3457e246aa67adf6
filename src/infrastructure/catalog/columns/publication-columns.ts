import type { Publication } from "../../../domain/catalog/publication.js";
import { toPeriod } from "../../shared/database/cell.js";
import type { Column } from "../../shared/database/columns.js";
import type { Row } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

export const publicationColumns = (publication: Publication | null) => ({
  published_from: publication && toSqlTime(publication.from),
  published_until: publication?.until ? toSqlTime(publication.until) : null,
});

const toPublication = (row: Row): Publication | null =>
  toPeriod(row["published_from"], row["published_until"]);

export const publicationColumn: Column<Publication | null> = {
  names: ["published_from", "published_until"],
  write: (publication) => Object.values(publicationColumns(publication)),
  read: toPublication,
};
