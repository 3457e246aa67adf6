import type { ChosenValue } from "./choose-values.js";
import type { VariantId } from "./ids.js";
import { isDefault, type Option } from "./option.js";
import type { ProductSnapshot } from "./product.js";
import { understood, type Choice } from "./understand-choice.js";
import type { ShownOption } from "./translations/shown-texts.js";
import { isSellable, type SaleTerms } from "./variant.js";

/** A variant as somebody sees it who chooses. */
export interface Choosable {
  readonly id: VariantId;
  /** For each option, in order: which of its values the variant has, counted from 0. */
  readonly values: readonly number[];
  /** Whether it can be bought now. */
  readonly available: boolean;
}

/** Everything that answers what buyers can choose of a product; worked out once when the product or its stock changes. */
export interface Choices {
  /** In the words in which they are shown. */
  readonly options: readonly ShownOption[];
  /** In the merchant's order. */
  readonly variants: readonly Choosable[];
}

/** What becomes of a choice when one value is taken in the place of what is chosen of its option. */
export interface ValueOutlook {
  readonly value: string;
  /** Whether there is a variant with it and the rest of the choice. */
  readonly exists: boolean;
  /** Whether such a variant can be bought. */
  readonly available: boolean;
  /** Whether it is chosen now. */
  readonly selected: boolean;
  /** The first such variant that can be bought, or else the first; null where there is none. */
  readonly variant: VariantId | null;
}

export interface OptionOutlook {
  readonly name: string;
  readonly values: readonly ValueOutlook[];
}

/** The choices of a product out of what catalog and inventory know of it. */
export const choices = (
  { options, variants }: Pick<ProductSnapshot, "options" | "variants">,
  offers: ReadonlyMap<VariantId, SaleTerms>,
): Choices => {
  const places = options.map(({ values }) => new Map(values.map((value, index) => [value, index])));
  return {
    options,
    variants: variants.map((one) => ({
      id: one.id,
      values: one.optionValues.map((value, axis) => places[axis]?.get(value) ?? -1),
      available: isSellable(one, offers.get(one.id)),
    })),
  };
};

/**
 * The variant with exactly these values; of a product without a choice nothing need be said.
 * @returns null where a name or value is unknown, an option is not named, or no variant has them all
 */
export const variantOfChoice = (
  { options, variants }: Choices,
  chosen: readonly ChosenValue[],
): VariantId | null => {
  const { values, hasUnknown } = understood(options, chosen);
  if (hasUnknown || !(isComplete(options, values) || isDefault(options))) return null;
  return variants.find((one) => fits(one, values))?.id ?? null;
};

/**
 * The variant to begin with: the one with exactly these values, whether or not it can be bought; or else the first one that can be
 * bought and has what is chosen, one option after the other, as far as there is such a variant. Unknown names and values are passed over.
 * @returns null for a product without variants
 */
export const variantNearChoice = (
  { options, variants }: Choices,
  chosen: readonly ChosenValue[],
): VariantId | null => {
  const { values } = understood(options, chosen);
  const exact = isComplete(options, values) ? variants.find((one) => fits(one, values)) : undefined;
  if (exact) return exact.id;
  const sold = variants.filter(({ available }) => available);
  const nearest = [...values]
    .toSorted(([a], [b]) => a - b)
    .reduce<readonly Choosable[]>(
      (left, [axis, value]) => {
        const some = left.filter((one) => one.values[axis] === value);
        return some.length > 0 ? some : left;
      },
      sold.length > 0 ? sold : variants,
    );
  return nearest[0]?.id ?? null;
};

/** All options with all values, each looked at together with the rest of the choice. Unknown names and values are passed over. */
export const outlookOfChoice = (
  { options, variants }: Choices,
  chosen: readonly ChosenValue[],
): readonly OptionOutlook[] => {
  const { values } = understood(options, chosen);
  const firsts = options.map(() => new Map<number, Choosable>());
  const note = (one: Choosable, axis: number): void => {
    const value = one.values[axis] ?? -1;
    const known = firsts[axis]?.get(value);
    if (!known || (one.available && !known.available)) firsts[axis]?.set(value, one);
  };
  const given = [...values];
  for (const one of variants) {
    const amiss = given.filter(([axis, value]) => one.values[axis] !== value);
    // With one value otherwise, it tells of that option alone: what would be if that value were chosen instead.
    if (amiss.length === 0) for (const axis of options.keys()) note(one, axis);
    else if (amiss.length === 1) for (const [axis] of amiss) note(one, axis);
  }
  return options.map(({ name, values: offered }, axis) => ({
    name,
    values: offered.map((value, index) => {
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

/** Which variants a list of them is to show. */
export interface ChoosableFilter {
  /** Those with all these values; what is unknown no variant has. */
  readonly chosen?: readonly ChosenValue[] | undefined;
  readonly available?: boolean | undefined;
}

/** The places of the variants that a filter lets through, counted from 0. */
export const choosableAt = (
  { options, variants }: Choices,
  { chosen = [], available }: ChoosableFilter,
): readonly number[] => {
  const { values, hasUnknown } = understood(options, chosen);
  return hasUnknown
    ? []
    : variants.flatMap((one, index) =>
        fits(one, values) && (available === undefined || one.available === available)
          ? [index]
          : [],
      );
};

const fits = (one: Choosable, wanted: Choice): boolean => {
  for (const [axis, value] of wanted) if (one.values[axis] !== value) return false;
  return true;
};

const isComplete = (options: readonly Option[], { size }: Choice): boolean =>
  size === options.length;
