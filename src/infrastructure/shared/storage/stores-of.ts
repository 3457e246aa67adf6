import type { Clock } from "../../../application/shared/clock.js";
import { checkUnique } from "../../../application/shared/check-unique.js";
import type { Storage, StoreMakers, WorkerStoresOf } from "./storage.js";
import { checksOf } from "./checks-of.js";
import { lazyStores } from "./lazy-stores.js";
import type { RowCheckStores } from "../../../application/shared/row-checks.js";
import { sqlRowChecks } from "../checks/sql-row-checks.js";
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
  const checks = checksOf(storages);
  const rowChecks: StoreMakers<RowCheckStores> = {
    rowChecks: (session) => sqlRowChecks(session, clock, checks, stores(session)),
  };
  const makers = Object.assign({}, rowChecks, ...storages.map(makersOf)) as StoreMakers<
    WorkerStoresOf<Storages> & object
  >;
  const stores = lazyStores(makers, clock);
  return stores;
};
