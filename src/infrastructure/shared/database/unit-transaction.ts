import { OutcomeUnknown } from "../../../application/shared/unit-of-work.js";
import type { OpenSession } from "./open-session.js";

/** How the changes of one unit of work are begun and ended. */
export interface UnitTransaction {
  begin(session: OpenSession): Promise<void>;
  /** Throws when it is known before the commit that it would be lost. */
  ensureKept(): void;
  /** @throws OutcomeUnknown when the server has not answered, StoreUnavailable when it refuses */
  commit(session: OpenSession): Promise<void>;
  /** Never throws: the first error has the reason. */
  rollBack(session: OpenSession, reason: unknown): Promise<void>;
}

/** A transaction on a connection of its own, to a server. */
export const ownTransaction: UnitTransaction = {
  begin: async (session) => void (await session.change("START TRANSACTION")),

  ensureKept: () => undefined,

  commit: async (session) => {
    try {
      await session.change("COMMIT");
    } catch (cause) {
      throw session.isLost ? new OutcomeUnknown({ cause }) : cause;
    }
  },

  rollBack: async (session) => {
    // The server rolls back what was done on a connection when it notices its end. A ROLLBACK would
    // wait behind the statement that was not answered.
    if (!session.isLost) await rolledBack(session);
  },
};

export const rolledBack = async (session: OpenSession): Promise<void> => {
  try {
    await session.change("ROLLBACK");
  } catch {
    // The database has rolled back already, or the connection is closed; the first error has the
    // reason.
  }
};
