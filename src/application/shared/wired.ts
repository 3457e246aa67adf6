import type { Policy } from "./viewer.js";

/** An operation without its needs, but with its policy. */
interface Operation<Needs> {
  (needs: Needs): unknown;
  readonly policy: Policy;
}

/** The operations of a context by name, also in groups. */
export interface Operations<Needs> {
  readonly [name: string]: Operation<Needs> | Operations<Needs>;
}

/** The same operations with their needs. */
export type Wired<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (needs: never) => infer Use
    ? Use
    : Wired<Table[Name]>;
};

/** Gives every operation its needs. */
export const wired = <Needs, Table extends Operations<Needs>>(
  table: Table,
  needs: Needs,
): Wired<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [
      name,
      isOperation(entry) ? entry(needs) : wired(entry, needs),
    ]),
  ) as Wired<Table>;

/**
 * The policy of each operation, by its full name: `catalog.productUpdate`.
 * @throws Error when an operation has no policy
 */
export const policiesOf = (table: Operations<never>, prefix: string): ReadonlyMap<string, Policy> =>
  new Map(
    Object.entries(table).flatMap(([name, entry]): readonly (readonly [string, Policy])[] => {
      const operation = `${prefix}.${name}`;
      if (!isOperation(entry)) return [...policiesOf(entry, operation)];
      const { policy } = entry as Partial<Operation<never>>;
      if (policy === undefined)
        throw new Error(`The operation ${operation} has no policy: nobody could be refused.`);
      return [[operation, policy]];
    }),
  );

const isOperation = <Needs>(
  entry: Operation<Needs> | Operations<Needs>,
): entry is Operation<Needs> => typeof entry === "function";
