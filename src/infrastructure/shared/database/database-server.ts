import type { Pool } from "mysql2";
import type { DataSource } from "typeorm";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { Limits } from "../../../application/shared/limits.js";
import { StoreUnavailable } from "../../../application/shared/unit-of-work.js";
import type { MysqlDatabase } from "../config/database-config.js";
import { probePool } from "./mysql-source.js";
import { ServerConnections } from "./server-connections.js";
import { withDeadline } from "./with-deadline.js";

/** A server: the connections of requests and background work, and one that tries it. */
export class DatabaseServer {
  readonly connections: ServerConnections;
  readonly #probe: Pool;
  readonly #trial: ServerConnections;

  constructor(
    private readonly dataSource: DataSource,
    database: MysqlDatabase,
    private readonly limits: Pick<Limits, "readyMs" | "waitingForConnection">,
    private readonly counters: LimitCounters,
  ) {
    const { readyMs: trialMs, waitingForConnection: waiting } = limits;
    const { poolWaitMs: waitMs, statementMs, connectMs } = database.deadlines;
    this.connections = new ServerConnections(
      poolOf(dataSource),
      { connections: database.poolSize, waitMs, statementMs, waiting },
      counters,
    );
    this.#probe = probePool(database, Math.min(trialMs, connectMs));
    this.#trial = new ServerConnections(this.#probe, {
      connections: 1,
      waitMs: trialMs,
      statementMs: trialMs,
      waiting,
    });
  }

  /** @throws StoreUnavailable when the server does not answer the statement in time */
  async answers(sql: string): Promise<void> {
    try {
      await withDeadline(this.limits.readyMs, "Trying the database", this.#trial.query(sql, []));
    } catch (error) {
      if (error instanceof StoreUnavailable) this.counters.reached("readyMs");
      throw error;
    }
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
