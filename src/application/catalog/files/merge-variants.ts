import type { Ids } from "../../shared/ids.js";
import type { MediaId } from "../../../domain/catalog/ids.js";
import { DEFAULT_OPTION, type Option } from "../../../domain/catalog/option.js";
import type { ProductContent } from "../../../domain/catalog/product.js";
import { PLAIN_VARIANT, type Variant } from "../../../domain/catalog/variant.js";
import { oneLine } from "../../../domain/shared/text.js";
import { matchVariants, type Match } from "./merge-options.js";
import type { ProductSheet, VariantSheet } from "./product-sheet.js";

export interface MergedVariant {
  readonly variant: Variant;
  /** Null for a stored variant of which the sheet does not speak. */
  readonly sheet: VariantSheet | null;
  readonly stored: Variant | null;
}

export interface MergedVariants {
  readonly options: readonly Option[];
  readonly merged: readonly MergedVariant[];
}

type Stored = Pick<ProductContent, "options" | "variants">;

/** The variants of a sheet over the stored ones. What the sheet does not name stays. @throws InvalidOptions */
export const mergeVariants = (
  sheet: ProductSheet,
  stored: Stored | null,
  mediaIds: ReadonlyMap<string, MediaId>,
  ids: Ids,
): MergedVariants => {
  if (sheet.variants.length === 0)
    return stored
      ? untouched(stored)
      : {
          options: [DEFAULT_OPTION],
          merged: [{ variant: { ...blank, id: ids.next("variant") }, sheet: null, stored: null }],
        };
  const {
    optionNames,
    stored: before,
    matches,
  } = matchVariants(sheet.options, sheet.variants, stored);
  const named = new Map(
    matches.flatMap((one) => (one.stored ? [[one.stored.id, one] as const] : [])),
  );
  const overlay = (one: Match): MergedVariant => ({
    variant: overlaid(one, one.stored ?? { ...blank, id: ids.next("variant") }, mediaIds),
    sheet: one.sheet,
    stored: one.stored,
  });
  const merged =
    named.size === before.length
      ? matches.map(overlay)
      : [
          ...before.map((variant) =>
            named.has(variant.id)
              ? overlay(named.get(variant.id) as Match)
              : { variant, sheet: null, stored: variant },
          ),
          ...matches.filter((one) => one.stored === null).map(overlay),
        ];
  return {
    options: optionNames.map((name, axis) => ({
      name,
      values: valuesOf(
        axis,
        before,
        merged,
        stored?.options.find((option) => option.name === name),
      ),
    })),
    merged,
  };
};

const blank: Omit<Variant, "id"> = { ...PLAIN_VARIANT, optionValues: DEFAULT_OPTION.values };

const untouched = ({ options, variants }: Stored): MergedVariants => ({
  options,
  merged: variants.map((variant) => ({ variant, sheet: null, stored: variant })),
});

function overlaid(
  { sheet, optionValues }: Match,
  base: Variant,
  mediaIds: ReadonlyMap<string, MediaId>,
): Variant {
  const { imageUrl } = sheet;
  return {
    id: base.id,
    optionValues,
    sku: sheet.sku === undefined ? base.sku : sheet.sku,
    barcode: sheet.barcode === undefined ? base.barcode : sheet.barcode,
    tracked: sheet.tracked ?? base.tracked,
    soldOutPolicy: sheet.soldOutPolicy ?? base.soldOutPolicy,
    weightMilligrams:
      sheet.weightMilligrams === undefined ? base.weightMilligrams : sheet.weightMilligrams,
    weightUnit: sheet.weightUnit ?? base.weightUnit,
    requiresShipping: sheet.requiresShipping ?? base.requiresShipping,
    taxable: sheet.taxable ?? base.taxable,
    taxCode: sheet.taxCode === undefined ? base.taxCode : sheet.taxCode,
    unitPriceMeasure:
      sheet.unitPriceMeasure === undefined ? base.unitPriceMeasure : sheet.unitPriceMeasure,
    mediaId:
      imageUrl === undefined
        ? base.mediaId
        : imageUrl === null
          ? null
          : (mediaIds.get(oneLine(imageUrl)) ?? null),
  };
}

/** Offered values keep their order, new ones follow; a value whose last variant took another one goes. */
function valuesOf(
  axis: number,
  before: readonly Variant[],
  merged: readonly MergedVariant[],
  option: Option | undefined,
): readonly string[] {
  const now = new Set(merged.map(({ variant }) => variant.optionValues[axis] ?? ""));
  const usedBefore = new Set(before.map(({ optionValues }) => optionValues[axis] ?? ""));
  const kept = (option?.values ?? []).filter((value) => now.has(value) || !usedBefore.has(value));
  return [...new Set([...kept, ...now])];
}
