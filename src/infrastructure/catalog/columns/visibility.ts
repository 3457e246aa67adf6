import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { Condition } from "../../shared/database/condition.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

// An expression hides the column from the index that begins with the status. SQLite would prefer
// that index to all others, and read every active product.
export const UNINDEXED_STATUS = "COALESCE(l.status, '')";

/**
 * What an audience may see of a table with `published_from` and `published_until`, and of products
 * a status.
 * @param walksIndex whether the statement walks the index that begins with the status
 */
export const visibility = (
  audience: Audience,
  table: "l" | "c",
  walksIndex = false,
): readonly Condition[] => {
  if (audience.sees === "everything") return [];
  const at = toSqlTime(audience.at);
  return [
    ...(table === "l"
      ? [{ sql: walksIndex ? "l.status = 'ACTIVE'" : `${UNINDEXED_STATUS} = 'ACTIVE'`, values: [] }]
      : []),
    {
      sql: `${table}.published_from <= ? AND (${table}.published_until IS NULL OR ${table}.published_until > ?)`,
      values: [at, at],
    },
  ];
};
