import type { DataSource } from "typeorm";
import { StoreUnavailable } from "../../application/shared/unit-of-work.js";
import { within } from "./deadline.js";
import { isOutage, type Dialect, type Row, type SqlValue } from "./sql.js";
import { insideUnitOfWork } from "./typeorm-unit-of-work.js";

/** Statements that only look: outside of any unit of work, on committed rows, never waiting for ever. */
export class ReadSource {
  readonly dialect: Dialect;

  constructor(
    private readonly dataSource: DataSource,
    private readonly deadlineMs: number,
  ) {
    this.dialect = dataSource.options.type === "better-sqlite3" ? "sqlite" : "mysql";
  }

  /** @throws StoreUnavailable when the database does not answer in time */
  async query(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    if (insideUnitOfWork.getStore()) throw new Error("A read port was asked inside a unit of work: it would not see what the unit of work has written.");
    try {
      return await within(this.deadlineMs, "A read", this.dataSource.query<Row[]>(sql, [...values]));
    } catch (error) {
      throw isOutage(error) ? new StoreUnavailable("The database could not be reached, or did not answer in time.", { cause: error }) : error;
    }
  }
}
