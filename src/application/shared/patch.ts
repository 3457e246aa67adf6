import { keysOf } from "../../domain/shared/keys-of.js";

/** Changes to a record: a field that is left out keeps its value, null clears it. */
export type Patch<Fields> = {
  readonly [Name in keyof Fields]?: Fields[Name] | null | undefined;
};

/** The value of a patched field. @param empty the value after null */
export const patchedValue = <Value>(
  input: Value | null | undefined,
  stored: Value,
  empty: Value,
): Value => (input === undefined ? stored : (input ?? empty));

/** All fields of a patched record. @param empty the value of each field after null */
export const patched = <Fields extends object>(
  patch: Patch<Fields>,
  stored: Fields,
  empty: Fields,
): Fields =>
  Object.fromEntries(
    keysOf(empty).map((field) => [field, patchedValue(patch[field], stored[field], empty[field])]),
  ) as Fields;
