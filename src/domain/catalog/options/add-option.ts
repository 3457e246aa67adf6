import { oneLine } from "../../shared/text.js";
import { InvalidOptions, OptionValueNotFound } from "./errors.js";
import { isDefault, type Option } from "./option.js";
import type { OptionsAndVariants } from "./options-and-variants.js";

export interface NewOption extends Option {
  /** The value that existing variants get; left out: the first value. */
  readonly valueOfExistingVariants?: string | null | undefined;
}

/**
 * Adds an option after the others. It replaces the default option.
 * @throws InvalidOptions, OptionValueNotFound
 */
export const addOption = (
  { options, variants }: OptionsAndVariants,
  { name, values: rawValues, swatches, valueOfExistingVariants }: NewOption,
): OptionsAndVariants => {
  const values = rawValues.map(oneLine);
  const value = valueOfExistingVariants == null ? values[0] : oneLine(valueOfExistingVariants);
  if (variants.length > 0 && value === undefined)
    throw new InvalidOptions(
      `The option "${name}" needs a value for the variants that the product already has.`,
      ["values"],
    );
  if (value !== undefined && !values.includes(value))
    throw new OptionValueNotFound(value, name, ["valueOfExistingVariants"]);
  const kept = isDefault(options) ? [] : options;
  return {
    options: [...kept, { name: oneLine(name), values, ...(swatches && { swatches }) }],
    variants: variants.map((variant) => ({
      ...variant,
      optionValues: [...variant.optionValues.slice(0, kept.length), value ?? ""],
    })),
  };
};
