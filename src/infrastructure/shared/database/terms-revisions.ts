import { randomUUID } from "node:crypto";
import type { TermsRevisions } from "../../../application/shared/terms-revision.js";
import { upsertRows } from "./insert-rows.js";
import type { RowSource, SqlSession } from "./sql-session.js";

const NAME = "terms-revision";

/** What of the terms each process keeps in memory for a second besides. */
type KeptTerms = "markets" | "taxes";

const renewed = new WeakMap<SqlSession, Set<KeptTerms>>();

/**
 * To be called by every store that writes markets, locations, taxes, fees, delivery zones or options, in the same unit of
 * work: no process uses what it has in memory after the commit.
 * @param kept what this process must read again after the commit
 */
export const renewTermsRevision = (session: SqlSession, kept?: KeptTerms): Promise<void> => {
  if (kept) renewed.set(session, new Set([...(renewed.get(session) ?? []), kept]));
  return upsertRows(session, "plinth_setting", ["name"], [{ name: NAME, value: randomUUID() }]);
};

/** Whether a unit of work of this process has changed such terms. */
export const hasRenewed = (session: SqlSession, kept: KeptTerms): boolean =>
  renewed.get(session)?.has(kept) ?? false;

/** The revision, as a column of another SELECT. */
export const TERMS_REVISION = `(SELECT value FROM plinth_setting WHERE name = '${NAME}')`;

export const termsRevisions = (source: RowSource): TermsRevisions => ({
  current: async () => {
    const [row] = await source.query("SELECT value FROM plinth_setting WHERE name = ?", [NAME]);
    return row ? String(row["value"]) : null;
  },
});
