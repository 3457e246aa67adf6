import { fold, oneLine } from "../shared/text.js";
import { Problems } from "../shared/domain-error.js";
import { GivenTwice, InvalidOptions, OptionNotFound, OptionValueNotFound } from "./errors.js";
import { isDefault, type Option } from "./option.js";

/** One value of one option, as people say it. */
export interface ChosenValue {
  readonly name: string;
  readonly value: string;
}

/**
 * The values of a variant in the order of the options.
 * @param before what the variant has so far, for options that are not named; a new variant has nothing
 * @throws Refused with OptionNotFound, OptionValueNotFound, GivenTwice, InvalidOptions, each with its place among the chosen ones
 */
export const chosenValues = (
  options: readonly Option[],
  chosen: readonly ChosenValue[],
  before: readonly string[] | null,
): readonly string[] => {
  const problems = new Problems();
  const values = new Map<string, string>();
  for (const [index, { name: rawName, value: rawValue }] of chosen.entries()) {
    const [name, value, place] = [oneLine(rawName), oneLine(rawValue), String(index)];
    const option = options.find((one) => one.name === name);
    if (values.has(name)) problems.add(new GivenTwice(name, [place, "name"]));
    else if (!option)
      problems.add(
        new OptionNotFound(
          name,
          options.map((one) => one.name),
          [place, "name"],
        ),
      );
    else if (!option.values.includes(value))
      problems.add(
        new OptionValueNotFound(
          value,
          name,
          [place, "value"],
          option.values.find((other) => fold(other) === fold(value)),
        ),
      );
    values.set(name, value);
  }
  problems.throwIfAny();
  const known = before ?? (isDefault(options) ? options.flatMap((option) => option.values) : []);
  return options.map(({ name }, axis) => {
    const value = values.get(name) ?? known[axis];
    if (value === undefined)
      throw new InvalidOptions(`A variant needs one value of each option: "${name}" is missing.`);
    return value;
  });
};
