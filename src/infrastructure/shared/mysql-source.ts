import mysql2, { type Pool, type PoolOptions } from "mysql2";
import { DataSource } from "typeorm";
import type { MysqlDatabase } from "./database-config.js";
import { silentLogger } from "./silent-logger.js";
import { migrations } from "../migrations/migrations.js";

// Written out, because mysql2 puts values into statements itself and NO_BACKSLASH_ESCAPES would let them break out.
const SQL_MODE =
  "STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
const LOCK_WAIT_SECONDS = 3;

/** @param database a statement deadline of 0 means none */
export const mysqlSource = ({ url, poolSize, tls, deadlines }: MysqlDatabase): DataSource => {
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
    // A hung server answers nothing at all, not even that the time is up: then the connection is given up.
    ...(deadlines.statementMs === 0
      ? {}
      : { enableQueryTimeout: true, maxQueryExecutionTime: deadlines.statementMs * 2 }),
    migrations,
    migrationsTableName: "plinth_migration",
    driver: {
      ...mysql2,
      createPool: (options: PoolOptions) =>
        prepared(mysql2.createPool(options), deadlines.statementMs),
    },
  });
};

/** Every connection gets its session settings before its first statement; TypeORM offers no hook early enough for the first one. */
function prepared(pool: Pool, statementMs: number): Pool {
  pool.on("connection", (connection) => {
    connection.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
    connection.query(
      `SET SESSION sql_mode = '${SQL_MODE}', time_zone = '+00:00', innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`,
    );
    // MariaDB counts seconds and limits every statement, MySQL counts milliseconds and limits SELECTs; each knows only its own name.
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
