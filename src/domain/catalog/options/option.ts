import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { TEXT_RULES } from "../translations/text-rules.js";
import { checkedSwatches, withSwatches, type Swatch } from "./swatch.js";
import { withOptionKeys, type OptionKeys } from "./option-keys.js";
import { TooMany } from "../../shared/too-many.js";
import { DuplicateVariant, InvalidOptions } from "./errors.js";
import { repeatedNames } from "./repeated-names.js";

/** A choice that buyers make, such as the size, with its values in the order of the shop. */
export interface Option {
  readonly name: string;
  readonly values: readonly string[];
  /** Of the values that have one, in their order; left out when none has. */
  readonly swatches?: readonly Swatch[];
  readonly keys?: OptionKeys;
}

/** The only option of a product without options: one value (a convention of the Shopify CSV). */
export const DEFAULT_OPTION: Option = { name: "Title", values: ["Default Title"] };

/** Whether a product has only the default option. */
export const isDefault = ([option, ...more]: readonly Option[]): boolean =>
  more.length === 0 &&
  option?.name === DEFAULT_OPTION.name &&
  option.values.every((value) => value === DEFAULT_OPTION.values[0]);

const MAX_OPTIONS = 10;
const MAX_VALUES = 2_000;

/** Options in their stored form. @throws Refused with InvalidOptions, InvalidText, TooMany */
export const options = (raw: readonly Option[]): readonly Option[] => {
  const problems = new Problems();
  if (raw.length === 0)
    problems.add(
      new InvalidOptions(
        `A product needs at least one option. For a product without options, use "${DEFAULT_OPTION.name}" with the value "${DEFAULT_OPTION.values[0]}".`,
      ),
    );
  if (raw.length > MAX_OPTIONS) problems.add(new TooMany("options", raw.length, MAX_OPTIONS));
  const clean = raw.map(({ name, values, swatches, keys }, index) => {
    if (values.length > MAX_VALUES)
      problems.add(
        new TooMany(`values of ${name}`, values.length, MAX_VALUES).prefixPath([
          String(index),
          "values",
        ]),
      );
    const option = {
      name:
        problems.collect(() => text(name, TEXT_RULES.optionName), String(index), "name") ?? name,
      values: values.map(
        (value, valueIndex) =>
          problems.collect(
            () =>
              text(value, { ...TEXT_RULES.optionValue, what: `A value of the option "${name}"` }),
            String(index),
            "values",
            String(valueIndex),
          ) ?? value,
      ),
    };
    const withColors = withSwatches(
      option,
      swatches &&
        problems.collect(() => checkedSwatches(option, swatches), String(index), "swatches"),
    );
    return { ...withColors, ...(keys && { keys }) };
  });
  const [name] = repeatedNames(clean.map((option) => option.name));
  if (name) problems.add(repeated(`The option "${name[0]}"`, [String(name[1]), "name"]));
  for (const [index, option] of clean.entries()) {
    const [value] = repeatedNames(option.values);
    if (value)
      problems.add(
        repeated(`The value "${value[0]}" of the option "${option.name}"`, [
          String(index),
          "values",
          String(value[1]),
        ]),
      );
  }
  problems.throwIfAny();
  return withOptionKeys(clean);
};

const repeated = (what: string, path: readonly string[]): InvalidOptions =>
  new InvalidOptions(`${what} is given twice. Name it once.`, path);

/**
 * Every variant needs one existing value of each option, and no two variants may have the same.
 * @throws Refused with InvalidOptions, DuplicateVariant
 */
export const checkCombinations = (
  options: readonly Option[],
  variants: readonly { readonly optionValues: readonly string[] }[],
): void => {
  const problems = new Problems();
  const values = options.map((option) => new Set(option.values));
  const seen = new Set<string>();
  for (const [index, { optionValues }] of variants.entries()) {
    const path = ["variants", String(index), "optionValues"];
    if (
      optionValues.length !== options.length ||
      optionValues.some((value, axis) => !values[axis]?.has(value))
    ) {
      problems.add(
        new InvalidOptions(
          `The variant "${optionValues.join(" / ")}" needs one value of each option: ${options.map(({ name }) => name).join(", ")}.`,
          path,
        ),
      );
      continue;
    }
    const combination = JSON.stringify(optionValues);
    if (seen.has(combination)) problems.add(new DuplicateVariant(optionValues, path));
    seen.add(combination);
  }
  problems.throwIfAny();
};
