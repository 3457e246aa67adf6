import type { SqlSession } from "../shared/database/sql-session.js";

const sessions = new WeakSet<SqlSession>();

/** Notes that a unit of work changes taxes, so that its commit makes this process read them again. */
export const noteChangedTaxes = (session: SqlSession): void => void sessions.add(session);

export const hasChangedTaxes = (session: SqlSession): boolean => sessions.has(session);
