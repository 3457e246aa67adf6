import { Problems } from "../shared/domain-error.js";
import { text } from "../shared/text.js";
import { DuplicateVariant, InvalidOptions, TooMany } from "./errors.js";

/** A named axis of a product with its values, in the order in which they are offered. */
export interface Option {
  readonly name: string;
  readonly values: readonly string[];
}

/** What a product without a choice is given: one option with one value (the convention of the Shopify CSV). */
export const DEFAULT_OPTION: Option = { name: "Title", values: ["Default Title"] };

/** Whether a product offers no choice. */
export const isDefault = (offered: readonly Option[]): boolean =>
  offered.length === 1 &&
  offered[0]?.name === DEFAULT_OPTION.name &&
  offered[0].values.every((value) => value === DEFAULT_OPTION.values[0]);

const MAX_OPTIONS = 10;
const MAX_VALUES = 2_000;

/** @throws Refused with InvalidOptions, InvalidText, TooMany */
export const options = (raw: readonly Option[]): readonly Option[] => {
  const problems = new Problems();
  if (raw.length === 0)
    problems.add(
      new InvalidOptions(
        `A product has at least one option; without a choice it is "${DEFAULT_OPTION.name}" with "${DEFAULT_OPTION.values[0]}".`,
      ),
    );
  if (raw.length > MAX_OPTIONS) problems.add(new TooMany("options", raw.length, MAX_OPTIONS));
  const clean = raw.map(({ name, values }, index) => {
    if (values.length > MAX_VALUES)
      problems.add(
        new TooMany(`values of ${name}`, values.length, MAX_VALUES).within([
          String(index),
          "values",
        ]),
      );
    return {
      name:
        problems.attempt(
          () => text(name, { what: "The name of an option", min: 1, max: 255 }),
          String(index),
          "name",
        ) ?? name,
      values: values.map(
        (value, at) =>
          problems.attempt(
            () => text(value, { what: `A value of the option "${name}"`, min: 1, max: 255 }),
            String(index),
            "values",
            String(at),
          ) ?? value,
      ),
    };
  });
  const twice = firstRepeated(clean.map(({ name }) => name));
  if (twice >= 0)
    problems.add(
      new InvalidOptions(`The option "${clean[twice]?.name}" is given twice.`, [
        String(twice),
        "name",
      ]),
    );
  for (const [index, { name, values }] of clean.entries()) {
    const repeated = firstRepeated(values);
    if (repeated >= 0)
      problems.add(
        new InvalidOptions(`The option "${name}" has the value "${values[repeated]}" twice.`, [
          String(index),
          "values",
          String(repeated),
        ]),
      );
  }
  problems.throwIfAny();
  return clean;
};

/** @throws Refused with InvalidOptions, DuplicateVariant: every variant takes one offered value of each option, and no two take the same */
export const checkCombinations = (
  offered: readonly Option[],
  variants: readonly { readonly optionValues: readonly string[] }[],
): void => {
  const problems = new Problems();
  const values = offered.map((option) => new Set(option.values));
  const seen = new Set<string>();
  for (const [index, { optionValues }] of variants.entries()) {
    const path = ["variants", String(index), "optionValues"];
    if (
      optionValues.length !== offered.length ||
      optionValues.some((value, axis) => !values[axis]?.has(value))
    ) {
      problems.add(
        new InvalidOptions(
          `The variant "${optionValues.join(" / ")}" needs one value of each option: ${offered.map(({ name }) => name).join(", ")}.`,
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

/** Where a name stands for the second time; -1 when none does. */
const firstRepeated = (names: readonly string[]): number => {
  const seen = new Set<string>();
  return names.findIndex((name) => seen.size === seen.add(name).size);
};
