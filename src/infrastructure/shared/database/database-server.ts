import type { Pool } from "mysql2";
import type { DataSource } from "typeorm";
import type { MysqlDatabase } from "../config/database-config.js";
import { probePool } from "./mysql-source.js";
import { ServerConnections } from "./server-connections.js";
import { withDeadline } from "./with-deadline.js";

/** A server: the connections of requests and background work, and one that tries it. */
export class DatabaseServer {
  readonly connections: ServerConnections;
  readonly #probe: Pool;
  readonly #trial: ServerConnections;

  /** @param trialMs how long the server may take to answer a trial; Infinity for no limit */
  constructor(
    private readonly dataSource: DataSource,
    database: MysqlDatabase,
    private readonly trialMs: number,
  ) {
    const { poolWaitMs: waitMs, statementMs, connectMs } = database.deadlines;
    this.connections = new ServerConnections(poolOf(dataSource), {
      connections: database.poolSize,
      waitMs,
      statementMs,
    });
    this.#probe = probePool(database, Math.min(trialMs, connectMs));
    this.#trial = new ServerConnections(this.#probe, {
      connections: 1,
      waitMs: trialMs,
      statementMs: trialMs,
    });
  }

  /** @throws StoreUnavailable when the server does not answer the statement in time */
  async answers(sql: string): Promise<void> {
    await withDeadline(this.trialMs, "Trying the database", this.#trial.query(sql, []));
  }

  async close(): Promise<void> {
    await Promise.all([
      this.connections.close(() => this.dataSource.destroy()),
      this.#trial.close(() => new Promise((resolve) => this.#probe.end(() => resolve()))),
    ]);
  }
}

const poolOf = ({ driver }: DataSource): Pool =>
  (driver as unknown as { readonly pool: Pool }).pool;
