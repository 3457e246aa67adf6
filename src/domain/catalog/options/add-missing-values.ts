import { fold, oneLine } from "../../shared/text.js";
import type { ChosenOption } from "./chosen-option.js";
import { isDefault, type Option } from "./option.js";

/** A value that was added to an option because it is chosen. */
export interface AddedValue<Chosen extends ChosenOption = ChosenOption> {
  readonly axis: number;
  /** The index of the value in its option. */
  readonly at: number;
  readonly option: string;
  readonly value: string;
  /** The first choice of the value. */
  readonly chosen: Chosen;
}

/**
 * Options with all chosen values, new ones at the end. A value that differs from an existing one
 * only in case or accents is not added, and nothing is added to the default option.
 */
export const addMissingValues = <Chosen extends ChosenOption>(
  options: readonly Option[],
  chosen: readonly Chosen[],
): { readonly options: readonly Option[]; readonly added: readonly AddedValue<Chosen>[] } => {
  if (isDefault(options)) return { options, added: [] };
  const added: AddedValue<Chosen>[] = [];
  const extended = options.map((option, axis) => {
    const { name, values: existing } = option;
    const [values, known] = [[...existing], new Set(existing.map(fold))];
    for (const one of chosen) {
      const value = oneLine(one.value);
      if (
        oneLine(one.name) !== name ||
        value === "" ||
        existing.includes(value) ||
        known.has(fold(value))
      )
        continue;
      added.push({ axis, at: values.length, option: name, value, chosen: one });
      values.push(value);
      known.add(fold(value));
    }
    return { ...option, values };
  });
  return { options: extended, added };
};
