import type { Publication } from "../../../domain/catalog/publication.js";
import { toPeriod } from "../../shared/database/cell.js";
import type { Row } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

export const publicationColumns = (publication: Publication | null) => ({
  published_from: publication && toSqlTime(publication.from),
  published_until: publication?.until ? toSqlTime(publication.until) : null,
});

export const toPublication = (row: Row): Publication | null =>
  toPeriod(row["published_from"], row["published_until"]);

export const publicationField = (table: string) => ({
  columns: [`${table}.published_from`, `${table}.published_until`],
  read: toPublication,
});
