import type { Logger } from "typeorm";

const nothing = (): void => undefined;

/** TypeORM's default logger prints slow statements with their values to the console. */
export const silentLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
