import { keptKeys } from "../../../domain/catalog/options/option-keys.js";
import type { Option } from "../../../domain/catalog/options/option.js";

/** A stored option that an option of a file continues. */
interface ContinuedOption {
  /** With its new name. */
  readonly option: Option;
  /** The name that it had; null unless it is renamed. */
  readonly formerName: string | null;
}

/**
 * The stored option of each option of a file: by its name, or else by its index, where all values of the
 * file are values of that option and of no other one that has lost its name. Values are not renamed: a
 * variant that gets another one may have become another variant.
 * @param valuesOf the values of an option in the file
 */
export const continuedOptions = (
  names: readonly string[],
  stored: readonly Option[],
  valuesOf: (axis: number) => readonly string[],
): readonly (ContinuedOption | undefined)[] => {
  const byName = new Map(stored.map((option) => [option.name, option]));
  const free = stored.filter(({ name }) => !names.includes(name));
  const remaining = [...free];
  return names.map((name, axis) => {
    const same = byName.get(name);
    if (same) return { option: same, formerName: null };
    const next = remaining.shift();
    const values = valuesOf(axis);
    const fitting = free.filter((one) => values.every((value) => one.values.includes(value)));
    if (!next || names.length !== stored.length || fitting.length !== 1 || fitting[0] !== next)
      return undefined;
    const keys = keptKeys(next, new Map());
    return { option: { ...next, name, keys }, formerName: next.name };
  });
};
