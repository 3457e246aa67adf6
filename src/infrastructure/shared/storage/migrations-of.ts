import { checkUnique } from "../../../application/shared/check-unique.js";
import type { Storage } from "./storage.js";
import type { MigrationClass } from "../database/migrate.js";

/**
 * The migrations of all contexts, oldest first: by the time at the end of their names, not by
 * context, because a migration may use the tables of another context.
 * @throws Error when two have the same name or the same time, or a name has no time
 */
export const migrationsOf = (storages: readonly Storage[]): readonly MigrationClass[] => {
  const namesOf = ({ migrations }: Storage) => migrations.map(({ name }) => name);
  checkUnique(
    "migration",
    storages.map((storage) => [storage.name, namesOf(storage)]),
  );
  checkUnique(
    "time of a migration",
    storages.map((storage) => [storage.name, namesOf(storage).map(timeOf)]),
  );
  return storages
    .flatMap(({ migrations }) => migrations)
    .toSorted((a, b) => Number(timeOf(a.name)) - Number(timeOf(b.name)));
};

/** The last 13 digits of a name: milliseconds, as TypeORM wants them. */
const timeOf = (name: string): string => {
  const time = /\d{13}$/.exec(name)?.[0];
  if (time === undefined)
    throw new Error(`The name of the migration ${name} does not end with a time of 13 digits.`);
  return time;
};
