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
const IDLE_TRANSACTION_SECONDS = 10;
/** A server that responds reports the end of the time before the connection is given up. */
const SERVER_SHARE = 0.9;

/** @param database a statement deadline of 0 means none */
export const mysqlSource = (
  { url, poolSize, tls, deadlines }: MysqlDatabase,
  migrations: readonly MigrationClass[],
): DataSource => {
  const { user, ...address } = addressOf(url);
  return new DataSource({
    type: "mysql",
    logger: silentLogger,
    ...address,
    username: user,
    charset: "utf8mb4",
    timezone: "Z",
    dateStrings: true,
    poolSize,
    connectTimeout: deadlines.connectMs,
    ...encryption(tls),
    extra: {
      queueLimit: poolSize * 100,
      enableKeepAlive: true,
      maxIdle: poolSize,
    } satisfies PoolOptions,
    ...(deadlines.statementMs === 0
      ? {}
      : { enableQueryTimeout: true, maxQueryExecutionTime: deadlines.statementMs }),
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
 * One connection besides the others, to try whether the server responds: they may all wait for it.
 */
export const probePool = ({ url, tls }: MysqlDatabase, connectTimeout: number): Pool =>
  renewablePool(
    mysql2.createPool({
      ...addressOf(url),
      ...encryption(tls),
      connectTimeout,
      connectionLimit: 1,
      enableKeepAlive: true,
    }),
  );

const addressOf = (url: string) => {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? 3306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
};

const encryption = (tls: MysqlDatabase["tls"]) =>
  tls === false ? {} : { ssl: tls === true ? {} : { ca: tls.ca } };

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
    const milliseconds = statementMs * SERVER_SHARE;
    connection.query(`SET SESSION max_statement_time = ${milliseconds / 1000}`, () => undefined);
    connection.query(
      `SET SESSION max_execution_time = ${Math.trunc(milliseconds)}`,
      () => undefined,
    );
    // Where the way to the server is cut, it learns nothing of the end of a connection, and the
    // locks of its transaction would stay. MySQL has no such setting.
    connection.query(
      `SET SESSION idle_transaction_timeout = ${IDLE_TRANSACTION_SECONDS}`,
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
