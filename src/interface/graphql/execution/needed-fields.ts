import type { Requested } from "./requested-fields.js";

/** The fields of a view that a selection needs. */
export const neededFields = <Field>(
  requested: Requested,
  needs: Readonly<Record<string, readonly Field[]>>,
): ReadonlySet<Field> => {
  const ofRequested = cache.get(requested) ?? new Map<AnyNeeds, ReadonlySet<unknown>>();
  cache.set(requested, ofRequested);
  const found =
    ofRequested.get(needs) ??
    new Set(
      [...requested.keys()].flatMap((name) =>
        Object.hasOwn(needs, name) ? (needs[name] ?? []) : [],
      ),
    );
  ofRequested.set(needs, found);
  return found as ReadonlySet<Field>;
};

/** Which fields of a view each field of a GraphQL type needs; a field that needs none is absent. */
export type FieldNeeds<View extends { readonly id: string }> = Readonly<
  Record<string, readonly Exclude<keyof View, "id">[]>
>;

/** The needs of fields that are answered with a field of the same name. */
export const sameNames = <Name extends string>(
  names: readonly Name[],
): { readonly [Own in Name]: readonly [Own] } =>
  Object.fromEntries(names.map((name) => [name, [name]])) as unknown as {
    readonly [Own in Name]: readonly [Own];
  };

type AnyNeeds = Readonly<Record<string, readonly unknown[]>>;

// Every product of a list requests the same fields of its variants.
const cache = new WeakMap<Requested, Map<AnyNeeds, ReadonlySet<unknown>>>();
