import type { DataSource } from "typeorm";
import type { Sessions } from "./open-session.js";
import type { Row } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";

/** The one connection of the embedded store. */
export const embeddedSessions = (dataSource: DataSource): Sessions => ({
  dialect: "sqlite",
  open: async () => {
    const runner = dataSource.createQueryRunner();
    return {
      dialect: "sqlite",
      query: (sql: string, values: readonly SqlValue[] = []) =>
        runner.query(sql, [...values]) as Promise<readonly Row[]>,
      change: async (sql: string, values: readonly SqlValue[] = []) =>
        (await runner.query(sql, [...values], true)).affected ?? 0,
      isLost: false,
      giveUp: () => undefined,
      release: () => runner.release(),
    };
  },
  renew: () => undefined,
});
