import type { Logger } from "typeorm";

const nothing = (): void => undefined;

/** TypeORM prints slow statements with their values to the console unless it is handed another logger. */
export const silentLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
