import { Problems } from "../shared/domain-error.js";
import { oneLine } from "../shared/text.js";
import { DuplicateVariant, InvalidOptions, OptionNotFound, OptionValueNotFound } from "./errors.js";
import { inOrder } from "./in-order.js";
import { DEFAULT_OPTION, isDefault, type Option } from "./option.js";
import type { ProductTranslation } from "./translations/product-texts.js";
import type { Variant } from "./variant.js";

/** What buyers can choose by, and what there is of it. */
export interface Choice {
  readonly options: readonly Option[];
  readonly variants: readonly Variant[];
  /** What goes along with an option or a value under its new name. */
  readonly translations?: readonly ProductTranslation[];
}

export interface NewOption extends Option {
  /** What the variants that are there already become; the first value unless given. */
  readonly valueOfExistingVariants?: string | null | undefined;
}

/** Adds an axis behind the others; the first real one takes the place of the default option. @throws InvalidOptions, OptionValueNotFound */
export const addOption = (
  { options, variants }: Choice,
  { name, values, valueOfExistingVariants }: NewOption,
): Choice => {
  const offered = values.map(oneLine);
  const value = valueOfExistingVariants == null ? offered[0] : oneLine(valueOfExistingVariants);
  if (variants.length > 0 && value === undefined)
    throw new InvalidOptions(
      `The product has variants, so the option "${name}" needs a value for them.`,
      ["values"],
    );
  if (value !== undefined && !offered.includes(value))
    throw new OptionValueNotFound(value, name, ["valueOfExistingVariants"]);
  const kept = isDefault(options) ? [] : options;
  return {
    options: [...kept, { name: oneLine(name), values: offered }],
    variants: variants.map((variant) => ({
      ...variant,
      optionValues: [...variant.optionValues.slice(0, kept.length), value ?? ""],
    })),
  };
};

/** Takes an axis away; after the last one the default option is back. @throws OptionNotFound, DuplicateVariant where it tells variants apart */
export const removeOption = ({ options, variants }: Choice, name: string): Choice => {
  const axis = axisOf(options, name);
  const left = options.toSpliced(axis, 1);
  const [kept, values] = left.length > 0 ? [left, null] : [[DEFAULT_OPTION], DEFAULT_OPTION.values];
  const followed = variants.map((variant) => ({
    ...variant,
    optionValues: values ?? variant.optionValues.toSpliced(axis, 1),
  }));
  const seen = new Set<string>();
  const clash = followed.find(
    ({ optionValues }) => seen.size === seen.add(JSON.stringify(optionValues)).size,
  );
  if (clash) throw new DuplicateVariant(clash.optionValues, ["name"]);
  return { options: kept, variants: followed };
};

/** Puts the axes in order: those that are named first; the values of variants follow. @throws Refused with OptionNotFound, GivenTwice */
export const reorderOptions = ({ options, variants }: Choice, names: readonly string[]): Choice => {
  const problems = new Problems();
  const axes = options.map(({ name }, axis) => ({ id: name, axis }));
  const ordered = inOrder(
    axes,
    names.map(oneLine),
    problems,
    (index) => [index],
    (name, place) =>
      new OptionNotFound(
        name,
        options.map((option) => option.name),
        place,
      ),
  );
  problems.throwIfAny();
  return {
    options: ordered.flatMap(({ axis }) => options[axis] ?? []),
    variants: variants.map((variant) => ({
      ...variant,
      optionValues: ordered.map(({ axis }) => variant.optionValues[axis] ?? ""),
    })),
  };
};

/** Where an option stands among the others. @throws OptionNotFound */
export const axisOf = (options: readonly Option[], name: string): number => {
  const axis = options.findIndex((option) => option.name === oneLine(name));
  if (axis < 0)
    throw new OptionNotFound(
      name,
      options.map((option) => option.name),
    );
  return axis;
};
