import type { Clock } from "../../../application/shared/clock.js";
import { checkUnique } from "../../../application/shared/check-unique.js";
import type { Storage, StoreMakers, WorkerStoresOf } from "./storage.js";
import { lazyStores } from "./lazy-stores.js";
import type { SqlSession } from "../database/sql-session.js";

/**
 * Makes the stores of a unit of work for all contexts.
 * @throws Error when two stores have the same name
 */
export const storesOf = <Storages extends readonly Storage[]>(
  storages: Storages,
  clock: Clock,
): ((session: SqlSession) => WorkerStoresOf<Storages>) => {
  const makersOf = ({ stores, workerStores }: Storage) => ({ ...stores, ...workerStores });
  checkUnique(
    "store",
    storages.map((storage) => [storage.name, Object.keys(makersOf(storage))]),
  );
  const makers = Object.assign({}, ...storages.map(makersOf)) as StoreMakers<
    WorkerStoresOf<Storages> & object
  >;
  return lazyStores(makers, clock);
};
