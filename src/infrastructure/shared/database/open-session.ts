import type { UnitLife } from "../../../application/shared/unit-of-work.js";
import type { Dialect, SqlSession } from "./sql-session.js";

/** A connection for one unit of work. */
export interface OpenSession extends SqlSession {
  /** Whether the connection is closed or given up: nothing can be sent on it any more. */
  readonly isLost: boolean;
  /**
   * Gives a connection to a server up: statements fail with the reason, and the server rolls back.
   * Statements of the embedded store cannot be interrupted.
   */
  giveUp(reason: Error): void;
  release(): Promise<void> | void;
}

/** Opens the sessions of units of work. */
export interface Sessions {
  readonly dialect: Dialect;
  /** @throws StoreUnavailable when there is none in time */
  open(life?: UnitLife): Promise<OpenSession>;
  /** Replaces the connections, which may lead to a server that accepts no changes any more. */
  renew(): void;
}
