import type { Pool } from "mysql2";
import { QueryFailedError } from "typeorm";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { TimeLimit } from "../../../application/shared/time-limit.js";
import { StoreUnavailable, type UnitLife } from "../../../application/shared/unit-of-work.js";
import { LentConnection, type RunningStatement } from "./lent-connection.js";
import type { Sessions } from "./open-session.js";
import { cutConnections, renewConnections } from "./renewable-pool.js";
import { Semaphore } from "./semaphore.js";
import type { Row } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";

interface ConnectionLimits {
  readonly connections: number;
  /** How long to wait for a connection that others use, and then for one that is opened. */
  readonly waitMs: number;
  /** How long to wait for the answer to a statement; 0 for no limit. */
  readonly statementMs: number;
  /** How many may wait for each connection. */
  readonly waiting: number;
}

const CLOSED = "The connections to the database are being closed.";
/** How long closing may take before the connections are cut. */
const CLOSE_MS = 500;

/**
 * The connections to a server. The driver would wait for ever for a server that does not respond,
 * use its connections again, and keep callers in its queue that have left.
 */
export class ServerConnections implements Sessions {
  readonly dialect = "mysql";
  readonly #semaphore: Semaphore;
  readonly #openings: TimeLimit<Opening>;
  readonly #statements: TimeLimit<RunningStatement>;
  readonly #lent = new Set<LentConnection>();
  #isClosed = false;

  constructor(
    private readonly pool: Pool,
    { connections, waitMs, statementMs, waiting }: ConnectionLimits,
    private readonly counters: LimitCounters = noLimitCounters,
  ) {
    const late = `Waiting for a connection took longer than ${waitMs} ms.`;
    this.#semaphore = new Semaphore({
      permits: connections,
      patienceMs: waitMs,
      waiting: connections * waiting,
      reasons: { late, full: "Too many requests wait for a connection." },
      reached: (why) => counters.reached(why === "late" ? "poolWaitMs" : "waitingForConnection"),
    });
    this.#openings = new TimeLimit(waitMs, ({ fail }) => {
      counters.reached("poolWaitMs");
      fail(new StoreUnavailable(late));
    });
    this.#statements = new TimeLimit(statementMs === 0 ? Infinity : statementMs, ({ abandon }) => {
      counters.reached("statementMs");
      abandon(
        new StoreUnavailable(
          `The database has not answered a statement within ${statementMs} ms. The connection is closed.`,
        ),
      );
    });
  }

  /** @throws StoreUnavailable when there is none in time */
  async open(life?: UnitLife): Promise<LentConnection> {
    await this.#semaphore.enter(life);
    if (this.#isClosed) {
      this.#semaphore.leave();
      throw new StoreUnavailable(CLOSED);
    }
    return new Promise((resolve, reject) => {
      const opening: Opening = { fail: reject };
      this.#openings.begin(opening);
      this.pool.getConnection((error, connection) => {
        const isAwaited = this.#openings.end(opening);
        if (error) {
          this.#semaphore.leave();
          return reject(new QueryFailedError("", [], error));
        }
        const lent = new LentConnection(connection, this.#statements, {
          released: () => {
            this.#lent.delete(lent);
            this.#semaphore.leave();
          },
          endedByServer: () => this.counters.reached("statementMs"),
        });
        this.#lent.add(lent);
        if (isAwaited) resolve(lent);
        else lent.release();
      });
    });
  }

  /** One statement outside of a transaction. */
  async query(sql: string, values: readonly SqlValue[]): Promise<readonly Row[]> {
    const connection = await this.open();
    try {
      return await connection.query(sql, values);
    } finally {
      connection.release();
    }
  }

  /** Fails all statements, running and to come. */
  giveUp(): void {
    this.#isClosed = true;
    for (const lent of this.#lent) lent.giveUp(new StoreUnavailable(CLOSED));
  }

  renew(): void {
    renewConnections(this.pool);
  }

  /** Ends the connections, also those to a server that does not respond. */
  async close(end: () => Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_MS)));
    await Promise.race([end(), enough]);
    clearTimeout(timer);
    cutConnections(this.pool);
  }
}

interface Opening {
  readonly fail: (reason: Error) => void;
}
