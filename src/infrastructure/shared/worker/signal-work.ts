import type { SqlSession } from "../database/sql-session.js";

const sessions = new WeakSet<SqlSession>();

/**
 * Notes that a unit of work stores events or scheduled work, so that its commit wakes the workers
 * of this process.
 */
export const signalWork = (session: SqlSession): void => void sessions.add(session);

export const hasSignalledWork = (session: SqlSession): boolean => sessions.has(session);
