import type { Policy } from "./viewer.js";

/** An operation before it is given what it needs; its policy is known already. */
interface Operation<Needs> {
  (needs: Needs): unknown;
  readonly policy: Policy;
}

/** The table of contents of a context: its operations by name, in groups where there are several editions of one. */
export interface Operations<Needs> {
  readonly [name: string]: Operation<Needs> | Operations<Needs>;
}

/** The same table once every operation has what it needs. */
export type Wired<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (needs: never) => infer Use
    ? Use
    : Wired<Table[Name]>;
};

/** Hands every operation what it needs. */
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

/** Who may call each operation, by its full name: `catalog.productUpdate`. */
export const policiesOf = (table: Operations<never>, prefix: string): ReadonlyMap<string, Policy> =>
  new Map(
    Object.entries(table).flatMap(([name, entry]): readonly (readonly [string, Policy])[] =>
      isOperation(entry)
        ? [[`${prefix}.${name}`, entry.policy]]
        : [...policiesOf(entry, `${prefix}.${name}`)],
    ),
  );

const isOperation = <Needs>(
  entry: Operation<Needs> | Operations<Needs>,
): entry is Operation<Needs> => typeof entry === "function";
