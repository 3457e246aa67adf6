import type { VariantId } from "../ids.js";
import { canBeBought, type VariantPriceAndStock } from "../../listing/listing.js";
import type { ChosenOption } from "./chosen-option.js";
import { isDefault, type Option } from "./option.js";
import type { OptionsAndVariants } from "./options-and-variants.js";
import { resolveChosenOptions, type ValueIndexes } from "./resolve-chosen-options.js";
import type { TranslatedOption } from "./translated-option.js";

/**
 * Which combinations of option values exist and are available. Stored, and updated when the product
 * or its stock changes.
 */
export interface OptionAvailability {
  readonly options: readonly TranslatedOption[];
  /** In the order of the product. */
  readonly variants: readonly VariantAvailability[];
}

export interface VariantAvailability {
  readonly id: VariantId;
  /** For each option, in order: the index of the variant's value. */
  readonly values: readonly number[];
  /** Whether it can be bought now. */
  readonly available: boolean;
}

/** @param pricesAndStock of each variant */
export const optionAvailability = (
  { options, variants }: OptionsAndVariants,
  pricesAndStock: ReadonlyMap<VariantId, Pick<VariantPriceAndStock, "price" | "available">>,
): OptionAvailability => {
  const indexes = options.map(
    ({ values }) => new Map(values.map((value, index) => [value, index])),
  );
  return {
    options,
    variants: variants.map((one) => ({
      id: one.id,
      values: one.optionValues.map((value, axis) => indexes[axis]?.get(value) ?? -1),
      available: canBeBought(one, pricesAndStock.get(one.id)),
    })),
  };
};

/**
 * The variant with exactly the chosen values. For a product with only the default option nothing
 * needs to be chosen.
 * @returns null if a name or value is unknown, an option is not chosen, or no variant has the
 * values
 */
export const variantOfOptions = (
  { options, variants }: OptionAvailability,
  chosen: readonly ChosenOption[],
): VariantId | null => {
  const { values, hasUnknown } = resolveChosenOptions(options, chosen);
  if (hasUnknown || !(isComplete(options, values) || isDefault(options))) return null;
  return variants.find((one) => hasValues(one, values))?.id ?? null;
};

/**
 * The variant to show first: the one with exactly the chosen values, available or not. Otherwise
 * the first available variant that has the chosen values, taken one option after the other; a value
 * that no remaining variant has is ignored. Unknown names and values are ignored.
 * @returns null for a product without variants
 */
export const closestVariant = (
  availability: OptionAvailability,
  chosen: readonly ChosenOption[],
): VariantId | null => closest(availability, chosen)?.id ?? null;

const closest = (
  { options, variants }: OptionAvailability,
  chosen: readonly ChosenOption[],
): VariantAvailability | undefined => {
  const { values } = resolveChosenOptions(options, chosen);
  const exact = isComplete(options, values)
    ? variants.find((one) => hasValues(one, values))
    : undefined;
  if (exact) return exact;
  const available = variants.filter((one) => one.available);
  const [first] = [...values]
    .toSorted(([a], [b]) => a - b)
    .reduce<readonly VariantAvailability[]>(
      (candidates, [axis, value]) => {
        const matching = candidates.filter((one) => one.values[axis] === value);
        return matching.length > 0 ? matching : candidates;
      },
      available.length > 0 ? available : variants,
    );
  return first;
};

export interface AvailableOption {
  readonly name: string;
  readonly values: readonly AvailableValue[];
}

/** What choosing a value would lead to, while the selected values of the other options stay. */
export interface AvailableValue {
  readonly value: string;
  /** Whether there is such a variant. */
  readonly exists: boolean;
  /** Whether such a variant can be bought. */
  readonly available: boolean;
  /** Whether the variant that is shown has it. */
  readonly selected: boolean;
  /** The first such variant that can be bought, or else the first one; null if there is none. */
  readonly variant: VariantId | null;
}

/**
 * All options with all values, each combined with the selected values of the other options: those
 * of the variant that `closestVariant` shows, so that a page marks what it shows.
 */
export const availableOptions = (
  availability: OptionAvailability,
  chosen: readonly ChosenOption[],
): readonly AvailableOption[] => {
  const { options, variants } = availability;
  const values: ValueIndexes = new Map(closest(availability, chosen)?.values.entries());
  const firsts = options.map(() => new Map<number, VariantAvailability>());
  const note = (one: VariantAvailability, axis: number): void => {
    const value = one.values[axis] ?? -1;
    const first = firsts[axis]?.get(value);
    if (!first || (one.available && !first.available)) firsts[axis]?.set(value, one);
  };
  for (const one of variants) {
    const different = [...values].filter(([axis, value]) => one.values[axis] !== value);
    // A variant that differs in one selected value is a candidate for that option only.
    if (different.length === 0) for (const axis of options.keys()) note(one, axis);
    else if (different.length === 1) for (const [axis] of different) note(one, axis);
  }
  return options.map(({ name, values: all }, axis) => ({
    name,
    values: all.map((value, index) => {
      const first = firsts[axis]?.get(index);
      return {
        value,
        exists: first !== undefined,
        available: first?.available ?? false,
        selected: values.get(axis) === index,
        variant: first?.id ?? null,
      };
    }),
  }));
};

export interface VariantAvailabilityFilter {
  /** Only variants with all these values; none if a name or value is unknown. */
  readonly chosen?: readonly ChosenOption[] | undefined;
  readonly available?: boolean | undefined;
}

/** The indexes of the variants that match a filter. */
export const matchingVariantIndexes = (
  { options, variants }: OptionAvailability,
  { chosen = [], available }: VariantAvailabilityFilter,
): readonly number[] => {
  const { values, hasUnknown } = resolveChosenOptions(options, chosen);
  if (hasUnknown) return [];
  return variants.flatMap((one, index) =>
    hasValues(one, values) && (available === undefined || one.available === available)
      ? [index]
      : [],
  );
};

const hasValues = (one: VariantAvailability, values: ValueIndexes): boolean => {
  for (const [axis, value] of values) if (one.values[axis] !== value) return false;
  return true;
};

const isComplete = (options: readonly Option[], { size }: ValueIndexes): boolean =>
  size === options.length;
