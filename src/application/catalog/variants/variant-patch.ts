import {
  variantOptionValues,
  type ChosenOption,
} from "../../../domain/catalog/options/chosen-option.js";
import type { ProductContent } from "../../../domain/catalog/products/product-content.js";
import { InvalidVariant } from "../../../domain/catalog/variants/errors.js";
import { milligrams } from "../../../domain/catalog/variants/milligrams.js";
import {
  VARIANT_PROPERTIES,
  type Variant,
  type VariantProperties,
  type WeightUnit,
} from "../../../domain/catalog/variants/variant.js";
import { Problems } from "../../../domain/shared/problems.js";
import { patched, patchedValue, type Patch } from "../../shared/patch.js";
import { chosenImage, type ImageChoice } from "../images/chosen-image.js";

/** Changes to a variant, with its price and its stock. */
export interface VariantPatch extends Patch<VariantProperties>, ImageChoice {
  /** Options that are left out keep their value. */
  readonly optionValues?: readonly ChosenOption[] | null | undefined;
  /** A decimal with a point, in the shop's currency. */
  readonly price?: string | null | undefined;
  readonly compareAtPrice?: string | null | undefined;
  readonly cost?: string | null | undefined;
  readonly onHand?: number | null | undefined;
  readonly weight?: { readonly value: string; readonly unit: WeightUnit } | null | undefined;
}

/**
 * @param before without option values for a new variant
 * @throws Refused with OptionNotFound, OptionValueNotFound, RepeatedEntry, InvalidOptions,
 * InvalidVariant, MediaNotFound, InvalidMedia, each with its path in the patch
 */
export const applyVariantPatch = (
  before: Omit<Variant, "optionValues"> & Partial<Pick<Variant, "optionValues">>,
  patch: VariantPatch,
  { options, media }: Pick<ProductContent, "options" | "media">,
): Variant => {
  const problems = new Problems();
  const optionValues = problems.collect(
    () => variantOptionValues(options, patch.optionValues ?? [], before.optionValues ?? null),
    "optionValues",
  );
  const weight = patch.weight && problems.collect(() => weightOf(patch.weight), "weight");
  const mediaId = problems.collect(() => chosenImage(patch, media));
  problems.throwIfAny();
  return {
    id: before.id,
    optionValues: optionValues ?? [],
    ...patched(patch, before, VARIANT_PROPERTIES),
    weightMilligrams: patchedValue(weight, before.weightMilligrams, null),
    weightUnit: patch.weight?.unit ?? before.weightUnit,
    mediaId: mediaId === undefined ? before.mediaId : mediaId,
    metafields: before.metafields,
  };
};

const weightOf = (weight: VariantPatch["weight"]): number | null => {
  if (!weight) return null;
  const whole = milligrams(weight.value, weight.unit);
  if (whole === null)
    throw new InvalidVariant(
      `A weight is a decimal number that is not below zero, not "${weight.value}".`,
    );
  return whole;
};
