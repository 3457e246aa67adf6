import type { PoolConnection } from "mysql2";
import { QueryFailedError } from "typeorm";
import type { TimeLimit } from "../../../application/shared/time-limit.js";
import { StoreUnavailable } from "../../../application/shared/unit-of-work.js";
import { isOutOfTime } from "./driver-error.js";
import type { OpenSession } from "./open-session.js";
import { cut } from "./renewable-pool.js";
import type { Row } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";
import { statementCount } from "./statement-count.js";

/** A statement that the server has not answered yet. */
export interface RunningStatement {
  /** Gives its connection up. */
  readonly abandon: (reason: Error) => void;
}

/** What happens to a connection. */
interface LendingEvents {
  /** The caller has given it back. */
  readonly released: () => void;
  /** The server has ended a statement because it took too long. */
  readonly endedByServer: () => void;
}

type Answer = readonly Row[] | { readonly affectedRows?: number };

/** A connection of a pool that a caller uses. After a missed answer it is never used again. */
export class LentConnection implements OpenSession {
  readonly dialect = "mysql";
  #lostBy: Error | null = null;
  readonly #running = new Set<(reason: Error) => void>();

  constructor(
    private readonly connection: PoolConnection,
    private readonly limit: TimeLimit<RunningStatement>,
    private readonly events: LendingEvents,
  ) {}

  get isLost(): boolean {
    return this.#lostBy !== null;
  }

  async query(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    return (await this.#send(sql, values)) as readonly Row[];
  }

  async change(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    return ((await this.#send(sql, values)) as { affectedRows?: number }).affectedRows ?? 0;
  }

  giveUp(reason: Error): void {
    if (this.#lostBy !== null) return;
    this.#lostBy = reason;
    for (const fail of this.#running) fail(reason);
    cut(this.connection);
  }

  release(): void {
    // The caller has left before the answer: a late one might be taken for that of the next statement.
    if (this.#running.size > 0)
      this.giveUp(new StoreUnavailable("The connection is not used any more."));
    if (this.isLost) this.connection.destroy();
    else this.connection.release();
    this.events.released();
  }

  #send(sql: string, values: readonly SqlValue[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#lostBy !== null) return reject(this.#lostBy);
      const statement: RunningStatement = { abandon: (reason) => this.giveUp(reason) };
      const end = (): void => {
        this.limit.end(statement);
        this.#running.delete(fail);
      };
      const fail = (reason: Error): void => {
        end();
        reject(reason);
      };
      this.#running.add(fail);
      this.limit.begin(statement);
      statementCount.note();
      this.connection.query({ sql, values: [...values] }, (error, answer) => {
        end();
        if (!error) return resolve(answer as unknown as Answer);
        const failure = new QueryFailedError(sql, [...values], error);
        if (isOutOfTime(failure)) this.events.endedByServer();
        // A broken connection is still in the pool when the driver reports the error.
        if (error.fatal) this.#lostBy ??= failure;
        reject(failure);
      });
    });
  }
}
