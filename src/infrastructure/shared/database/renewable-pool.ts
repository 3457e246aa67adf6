import type { Socket } from "node:net";
import type { Pool, PoolConnection } from "mysql2";

/** A server that stays read-only must not cost a new connection for each change. */
const AT_MOST_EVERY_MS = 1_000;

const renewals = new WeakMap<Pool, () => void>();
const connected = new WeakMap<Pool, Set<PoolConnection>>();

/**
 * A pool whose connections can be given up together: each is replaced when it is wanted next, or all
 * are cut at once.
 */
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
  const open = new Set<PoolConnection>();
  connected.set(pool, open);
  pool.on("connection", (connection) => {
    openedAt.set(connection, performance.now());
    open.add(connection);
    // What the driver reports once more, after a statement has failed by it.
    connection.on("error", () => undefined);
    socketOf(connection).once("close", () => open.delete(connection));
  });
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

/** Cuts all connections of a pool, also those to a server that does not respond. */
export const cutConnections = (pool: Pool): void => connected.get(pool)?.forEach(cut);

/** Closes a connection at once. The driver alone would wait until the server has closed it too. */
export const cut = (connection: PoolConnection): void => {
  connection.destroy();
  socketOf(connection).destroy();
};

const socketOf = (connection: PoolConnection): Socket =>
  (connection as unknown as { readonly stream: Socket }).stream;
