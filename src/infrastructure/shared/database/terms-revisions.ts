import { randomUUID } from "node:crypto";
import type { TermsRevisions } from "../../../application/shared/terms-revision.js";
import { upsertRows } from "./insert-rows.js";
import type { RowSource, SqlSession } from "./sql-session.js";

const NAME = "terms-revision";

/**
 * To be called by every store that writes markets, taxes, fees, delivery zones or options, in the same unit of
 * work: no process uses what it has in memory after the commit.
 */
export const renewTermsRevision = (session: SqlSession): Promise<void> =>
  upsertRows(session, "plinth_setting", ["name"], [{ name: NAME, value: randomUUID() }]);

/** The revision, as a column of another SELECT. */
export const TERMS_REVISION = `(SELECT value FROM plinth_setting WHERE name = '${NAME}')`;

export const termsRevisions = (source: RowSource): TermsRevisions => ({
  current: async () => {
    const [row] = await source.query("SELECT value FROM plinth_setting WHERE name = ?", [NAME]);
    return row ? String(row["value"]) : null;
  },
});
