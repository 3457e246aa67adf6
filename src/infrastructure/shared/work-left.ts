import type { SqlSession } from "./sql.js";

const sessions = new WeakSet<SqlSession>();

/** Notes that a unit of work leaves something to deliver or to do, so that a worker of this process need not find it by looking. */
export const leaveWork = (session: SqlSession): void => void sessions.add(session);

export const hasLeftWork = (session: SqlSession): boolean => sessions.has(session);
