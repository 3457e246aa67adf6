import type { Clock } from "../../../application/shared/clock.js";
import type { SqlSession } from "../database/sql-session.js";
import type { StoreMakers } from "./storage.js";

type Makers = Readonly<Record<string, (session: SqlSession, clock: Clock) => unknown>>;

/**
 * The stores of a unit of work. Each is made when it is first used, because a change uses a few of
 * them. They are properties as others: a copy of all makes all.
 */
export const lazyStores = <Stores extends object>(
  makers: StoreMakers<Stores>,
  clock: Clock,
): ((session: SqlSession) => Stores) => {
  const makerOf = makers as Makers;
  const names = Object.keys(makerOf);
  return (session) =>
    new Proxy<Record<string, unknown>>(
      {},
      new StoresOfSession(makerOf, names, session, clock),
    ) as Stores;
};

class StoresOfSession implements ProxyHandler<Record<string, unknown>> {
  constructor(
    private readonly makers: Makers,
    private readonly names: readonly string[],
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  get(made: Record<string, unknown>, name: string | symbol): unknown {
    if (typeof name === "symbol" || !Object.hasOwn(this.makers, name)) return undefined;
    return (made[name] ??= this.makers[name]?.(this.session, this.clock));
  }

  has(_: object, name: string | symbol): boolean {
    return Object.hasOwn(this.makers, name);
  }

  ownKeys(): string[] {
    return [...this.names];
  }

  getOwnPropertyDescriptor(
    made: Record<string, unknown>,
    name: string | symbol,
  ): PropertyDescriptor | undefined {
    return this.has(made, name)
      ? { value: this.get(made, name), enumerable: true, configurable: true, writable: true }
      : undefined;
  }
}
