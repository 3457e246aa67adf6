import type { Clock } from "../../../application/shared/clock.js";
import type { StoreMakers } from "./storage.js";
import type { SqlSession } from "../database/sql-session.js";

/**
 * The stores of a unit of work. Each is made when it is first used, because a change uses a few of
 * them.
 */
export const lazyStores = <Stores extends object>(
  makers: StoreMakers<Stores>,
  clock: Clock,
): ((session: SqlSession) => Stores) => {
  class UnitOfWorkStores {
    readonly #session: SqlSession;

    constructor(session: SqlSession) {
      this.#session = session;
    }

    /** Makes a store once: from then on it is a property of its own. */
    static make(stores: UnitOfWorkStores, name: keyof Stores): unknown {
      const store = makers[name](stores.#session, clock);
      Object.defineProperty(stores, name, { value: store, enumerable: true });
      return store;
    }
  }
  for (const name of Object.keys(makers) as (keyof Stores)[])
    Object.defineProperty(UnitOfWorkStores.prototype, name, {
      get(this: UnitOfWorkStores) {
        return UnitOfWorkStores.make(this, name);
      },
    });
  return (session) => new UnitOfWorkStores(session) as unknown as Stores;
};
