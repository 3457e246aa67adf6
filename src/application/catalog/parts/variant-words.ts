import { chosenValues, type ChosenValue } from "../../../domain/catalog/choose-values.js";
import { InvalidMedia, InvalidVariant, MediaNotFound } from "../../../domain/catalog/errors.js";
import type { MediaId } from "../../../domain/catalog/ids.js";
import type { ProductContent } from "../../../domain/catalog/product.js";
import type {
  SoldOutPolicy,
  UnitPriceMeasure,
  Variant,
  WeightUnit,
} from "../../../domain/catalog/variant.js";
import { milligrams } from "../../../domain/catalog/weight.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { kept } from "../products/product-words.js";

/** What people write about a variant. Left out means "as it is", null "as if nobody had said anything". */
export interface VariantWords {
  /** Options that are not named keep their value. */
  readonly optionValues?: readonly ChosenValue[] | null | undefined;
  readonly sku?: string | null | undefined;
  readonly barcode?: string | null | undefined;
  /** Decimals with a point in the shop's currency. */
  readonly price?: string | null | undefined;
  readonly compareAtPrice?: string | null | undefined;
  readonly cost?: string | null | undefined;
  readonly onHand?: number | null | undefined;
  readonly tracked?: boolean | null | undefined;
  readonly soldOutPolicy?: SoldOutPolicy | null | undefined;
  readonly weight?: { readonly value: string; readonly unit: WeightUnit } | null | undefined;
  readonly requiresShipping?: boolean | null | undefined;
  readonly taxable?: boolean | null | undefined;
  readonly taxCode?: string | null | undefined;
  readonly unitPriceMeasure?: UnitPriceMeasure | null | undefined;
  readonly mediaId?: string | null | undefined;
  /** Another way to name the image: its place among the images of the product, from 0. */
  readonly mediaIndex?: number | null | undefined;
}

/**
 * A variant in other words.
 * @param before without option values for a new one
 * @throws Refused with OptionNotFound, OptionValueNotFound, GivenTwice, InvalidOptions, InvalidVariant, MediaNotFound, InvalidMedia, each with its place in the words
 */
export const rewordedVariant = (
  before: Omit<Variant, "optionValues"> & Partial<Pick<Variant, "optionValues">>,
  words: VariantWords,
  { options, media }: Pick<ProductContent, "options" | "media">,
): Variant => {
  const problems = new Problems();
  const optionValues = problems.attempt(
    () => chosenValues(options, words.optionValues ?? [], before.optionValues ?? null),
    "optionValues",
  );
  const weight = words.weight && problems.attempt(() => weightOf(words.weight), "weight");
  const mediaId = problems.attempt(() => imageOf(words, media, before.mediaId));
  problems.throwIfAny();
  return {
    id: before.id,
    optionValues: optionValues ?? [],
    sku: kept(words.sku, before.sku, null),
    barcode: kept(words.barcode, before.barcode, null),
    tracked: kept(words.tracked, before.tracked, false),
    soldOutPolicy: kept(words.soldOutPolicy, before.soldOutPolicy, "DENY"),
    weightMilligrams: kept(weight, before.weightMilligrams, null),
    weightUnit: words.weight?.unit ?? before.weightUnit,
    requiresShipping: kept(words.requiresShipping, before.requiresShipping, true),
    taxable: kept(words.taxable, before.taxable, true),
    taxCode: kept(words.taxCode, before.taxCode, null),
    unitPriceMeasure: kept(
      words.unitPriceMeasure && measureOf(words.unitPriceMeasure),
      before.unitPriceMeasure,
      null,
    ),
    mediaId: mediaId ?? null,
  };
};

const weightOf = (weight: VariantWords["weight"]): number | null => {
  if (!weight) return null;
  const whole = milligrams(weight.value, weight.unit);
  if (whole === null)
    throw new InvalidVariant(
      `A weight is a decimal number that is not below zero, not "${weight.value}".`,
    );
  return whole;
};

const measureOf = ({ total, totalUnit, base, baseUnit }: UnitPriceMeasure): UnitPriceMeasure => ({
  total,
  totalUnit,
  base,
  baseUnit,
});

const imageOf = (
  { mediaId, mediaIndex }: VariantWords,
  images: ProductContent["media"],
  before: MediaId | null,
): MediaId | null => {
  if (mediaId != null && mediaIndex != null)
    throw new InvalidMedia("An image is named by its id or by its place: give one of the two.", [
      "mediaIndex",
    ]);
  if (mediaIndex != null) {
    const image = images[mediaIndex];
    if (!image)
      throw new InvalidMedia(
        `There are ${images.length} images, counted from 0, and so none at ${mediaIndex}.`,
        ["mediaIndex"],
      );
    return image.id;
  }
  if (mediaId == null) return mediaId === null || mediaIndex === null ? null : before;
  const image = images.find(({ id }) => id === mediaId);
  if (!image) throw new MediaNotFound(mediaId, ["mediaId"]);
  return image.id;
};
