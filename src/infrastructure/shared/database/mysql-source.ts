import mysql2, { type Pool, type PoolOptions } from "mysql2";
import { DataSource } from "typeorm";
import type { MysqlDatabase } from "../config/database-config.js";
import { renewablePool } from "./renewable-pool.js";
import { silentLogger } from "./silent-logger.js";
import type { MigrationClass } from "./migrate.js";

// Set explicitly: mysql2 escapes values with backslashes, and NO_BACKSLASH_ESCAPES would make that
// an SQL injection.
const SQL_MODE =
  "STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
const LOCK_WAIT_SECONDS = 3;

/** @param database a statement deadline of 0 means none */
export const mysqlSource = (
  { url, poolSize, tls, deadlines }: MysqlDatabase,
  migrations: readonly MigrationClass[],
): DataSource => {
  const { hostname, port, username, password, pathname } = new URL(url);
  return new DataSource({
    type: "mysql",
    logger: silentLogger,
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? 3306 : Number(port),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    charset: "utf8mb4",
    timezone: "Z",
    dateStrings: true,
    poolSize,
    connectTimeout: deadlines.connectMs,
    ...(tls === false ? {} : { ssl: tls === true ? {} : { ca: tls.ca } }),
    extra: {
      queueLimit: poolSize * 100,
      enableKeepAlive: true,
      maxIdle: poolSize,
    } satisfies PoolOptions,
    // A server that does not respond does not report the end of its own deadline either: then the
    // connection is closed.
    ...(deadlines.statementMs === 0
      ? {}
      : { enableQueryTimeout: true, maxQueryExecutionTime: deadlines.statementMs * 2 }),
    migrations: [...migrations],
    migrationsTableName: "plinth_migration",
    driver: {
      ...mysql2,
      createPool: (options: PoolOptions) =>
        renewablePool(withSessionSettings(mysql2.createPool(options), deadlines.statementMs)),
    },
  });
};

/**
 * Every connection gets its session settings before its first statement. TypeORM has no hook that
 * runs early enough.
 */
function withSessionSettings(pool: Pool, statementMs: number): Pool {
  pool.on("connection", (connection) => {
    connection.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
    connection.query(
      `SET SESSION sql_mode = '${SQL_MODE}', time_zone = '+00:00', innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`,
    );
    // MariaDB limits every statement, in seconds; MySQL limits SELECTs, in milliseconds. Each
    // refuses the other's setting.
    connection.query(`SET SESSION max_statement_time = ${statementMs / 1000}`, () => undefined);
    connection.query(
      `SET SESSION max_execution_time = ${Math.trunc(statementMs)}`,
      () => undefined,
    );
  });
  return pool;
}

/** @throws Error when the session settings did not reach the server */
export const checkSession = async (dataSource: DataSource): Promise<void> => {
  const [row] = await dataSource.query<{ mode: string }[]>("SELECT @@SESSION.sql_mode AS mode");
  const modes = (row?.mode ?? "").split(",");
  if (modes.includes("NO_BACKSLASH_ESCAPES") || !modes.includes("STRICT_TRANS_TABLES"))
    throw new Error(
      `The database must run with STRICT_TRANS_TABLES and without NO_BACKSLASH_ESCAPES, but its sql_mode is "${row?.mode}".`,
    );
};
