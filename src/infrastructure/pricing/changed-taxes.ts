import type { SqlSession } from "../shared/database/sql-session.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";

const sessions = new WeakSet<SqlSession>();

/**
 * Notes that a unit of work changes taxes, so that its commit makes this process read them again.
 * Other processes learn it by the revision of the terms.
 */
export const noteChangedTaxes = (session: SqlSession): Promise<void> => {
  sessions.add(session);
  return renewTermsRevision(session);
};

export const hasChangedTaxes = (session: SqlSession): boolean => sessions.has(session);
