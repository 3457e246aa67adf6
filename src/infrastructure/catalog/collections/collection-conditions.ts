import type { CollectionFilter } from "../../../application/catalog/ports/collection-list.js";
import { fold } from "../../../domain/shared/text.js";
import type { Condition } from "../../shared/database/condition.js";
import { escapeLike } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

/** The conditions of a filter on `c`, the collection. */
export const collectionConditions = ({
  text = "",
  published,
  parent,
  kind,
}: CollectionFilter = {}): readonly Condition[] => [
  ...(parent === undefined ? [] : [hasParent(parent)]),
  ...(kind === undefined ? [] : [{ sql: "c.kind = ?", values: [kind] }]),
  ...(fold(text) === ""
    ? []
    : [{ sql: "c.folded_title LIKE ? ESCAPE '!'", values: [`%${escapeLike(fold(text))}%`] }]),
  ...(published ? [isPublished(published.is, toSqlTime(published.at))] : []),
];

const hasParent = (parent: string | null): Condition =>
  parent === null
    ? { sql: "c.parent_id IS NULL", values: [] }
    : { sql: "c.parent_id = ?", values: [parent] };

const isPublished = (is: boolean, at: string): Condition =>
  is
    ? {
        sql: "c.published_from <= ? AND (c.published_until IS NULL OR c.published_until > ?)",
        values: [at, at],
      }
    : {
        sql: "(c.published_from IS NULL OR c.published_from > ? OR c.published_until <= ?)",
        values: [at, at],
      };
