import { Problems } from "../../shared/problems.js";
import { fold, oneLine } from "../../shared/text.js";
import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { InvalidOptions, OptionNotFound, OptionValueNotFound } from "./errors.js";
import { isDefault, type Option } from "./option.js";

/** A chosen value of an option, both by name. */
export interface ChosenOption {
  readonly name: string;
  readonly value: string;
}

/**
 * The values of a variant in the order of the options.
 * @param current the values of a stored variant, kept for options that are not chosen; null for a
 * new variant
 * @throws Refused with OptionNotFound, OptionValueNotFound, RepeatedEntry, each with its path among
 * the chosen ones; InvalidOptions
 */
export const variantOptionValues = (
  options: readonly Option[],
  chosen: readonly ChosenOption[],
  current: readonly string[] | null,
): readonly string[] => {
  const problems = new Problems();
  const values = new Map<string, string>();
  for (const [index, { name: rawName, value: rawValue }] of chosen.entries()) {
    const [name, value, path] = [oneLine(rawName), oneLine(rawValue), String(index)];
    const option = options.find((one) => one.name === name);
    const names = options.map((one) => one.name);
    if (values.has(name)) problems.add(new RepeatedEntry(name, [path, "name"]));
    else if (!option) problems.add(new OptionNotFound(name, names, [path, "name"]));
    else if (!option.values.includes(value)) {
      const similar = option.values.find((other) => fold(other) === fold(value));
      problems.add(new OptionValueNotFound(value, name, [path, "value"], similar));
    }
    values.set(name, value);
  }
  problems.throwIfAny();
  const kept = current ?? (isDefault(options) ? options.flatMap((option) => option.values) : []);
  return options.map(({ name }, axis) => {
    const value = values.get(name) ?? kept[axis];
    if (value === undefined)
      throw new InvalidOptions(`A variant needs a value of each option. "${name}" is missing.`);
    return value;
  });
};
