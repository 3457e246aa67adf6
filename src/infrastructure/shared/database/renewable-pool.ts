import type { Pool, PoolConnection } from "mysql2";

/** A server that stays read-only must not cost a new connection for each change. */
const AT_MOST_EVERY_MS = 1_000;

const renewals = new WeakMap<Pool, () => void>();

/** A pool whose connections can be given up together: each is replaced when it is wanted next. */
export const renewablePool = (pool: Pool): Pool => {
  const openedAt = new WeakMap<object, number>();
  let renewedAt = -Infinity;
  const get = pool.getConnection.bind(pool);
  const getFresh = (done: (error: NodeJS.ErrnoException | null, found: PoolConnection) => void) =>
    get((error, connection) => {
      if (error || (openedAt.get(connection) ?? 0) >= renewedAt) return done(error, connection);
      connection.destroy();
      getFresh(done);
    });
  pool.on("connection", (connection) => void openedAt.set(connection, performance.now()));
  renewals.set(pool, () => {
    const now = performance.now();
    if (now - renewedAt > AT_MOST_EVERY_MS) renewedAt = now;
  });
  return Object.assign(pool, { getConnection: getFresh });
};

/**
 * After a failover the connections of a pool may lead to a server that is not the primary any more.
 */
export const renewConnections = (pool: Pool): void => renewals.get(pool)?.();
