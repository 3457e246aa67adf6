import type { MediaId, VariantId } from "../../../domain/catalog/ids.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import { DEFAULT_OPTION, type Option } from "../../../domain/catalog/options/option.js";
import type { ProductContent } from "../../../domain/catalog/products/product-content.js";
import {
  looksOf,
  withSwatches,
  type Swatch,
  type SwatchLook,
} from "../../../domain/catalog/options/swatch.js";
import { VARIANT_DEFAULTS, type Variant } from "../../../domain/catalog/variants/variant.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { Ids } from "../../shared/ids.js";
import type { ProductRecord, SwatchRecord, VariantRecord } from "../ports/product-record.js";
import { continuedOptions } from "./continued-options.js";
import { matchVariants, type Match } from "./match-variants.js";
import { fieldsMerger } from "./fields-merger.js";

export interface MergedVariant {
  readonly variant: Variant;
  /** Null for a stored variant that the file does not contain. */
  readonly record: VariantRecord | null;
  readonly stored: Variant | null;
}

interface MergedVariants {
  readonly options: readonly Option[];
  readonly merged: readonly MergedVariant[];
  /** The options with another name than before. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

interface VariantContext {
  /** The images of the product by their address. */
  readonly mediaIds: ReadonlyMap<string, MediaId>;
  readonly ids: Ids;
  /** The promised id of a new variant. */
  readonly promised: (sku: string) => VariantId | undefined;
  readonly mergeMetafields: (
    record: VariantRecord,
    stored: readonly Metafield[],
  ) => readonly Metafield[];
}

type StoredVariants = Pick<ProductContent, "options" | "variants">;

/**
 * Merges the variants of a record into the stored ones. Variants that the record leaves out stay.
 * @throws InvalidOptions
 */
export const mergeVariants = (
  record: ProductRecord,
  stored: StoredVariants | null,
  context: VariantContext,
): MergedVariants => {
  const { ids, mediaIds, promised } = context;
  if (record.variants.length === 0) return withoutRecords(stored, ids);
  const {
    optionNames,
    stored: before,
    matches,
  } = matchVariants(record.options, record.variants, stored);
  const byStoredId = new Map(
    matches.flatMap((one) => (one.stored ? [[one.stored.id, one] as const] : [])),
  );
  const merge = (one: Match): MergedVariant => ({
    variant: mergedVariant(
      one,
      one.stored ?? { ...BLANK, id: promised(one.record.sku ?? "") ?? ids.next("variant") },
      context,
    ),
    record: one.record,
    stored: one.stored,
  });
  const merged =
    byStoredId.size === before.length
      ? matches.map(merge)
      : [
          ...before.map((variant) => {
            const match = byStoredId.get(variant.id);
            return match ? merge(match) : { variant, record: null, stored: variant };
          }),
          ...matches.filter((one) => one.stored === null).map(merge),
        ];
  const continued = continuedOptions(optionNames, stored?.options ?? [], (axis) =>
    matches.map(({ optionValues }) => optionValues[axis] ?? ""),
  );
  return {
    options: optionNames.map((name, axis) => {
      const option = continued[axis]?.option;
      const values = valuesOf(
        axis,
        before,
        merged,
        matches.map(({ optionValues }) => optionValues[axis] ?? ""),
        option,
      );
      const inFile = record.options?.findIndex((one) => oneLine(one) === name) ?? -1;
      const swatches = mergedSwatches(option?.swatches, record.swatches?.[inFile], mediaIds);
      return {
        ...withSwatches({ name, values }, swatches),
        ...(option?.keys && { keys: option.keys }),
      };
    }),
    merged,
    renamed: continued.flatMap((one) =>
      one?.formerName == null ? [] : [{ from: one.formerName, to: one.option.name }],
    ),
  };
};

const { mediaId: _, metafields: __, ...FILE_VARIANT } = VARIANT_DEFAULTS;
const mergeFields = fieldsMerger(FILE_VARIANT);
const BLANK: Omit<Variant, "id"> = { ...VARIANT_DEFAULTS, optionValues: DEFAULT_OPTION.values };

const withoutRecords = (stored: StoredVariants | null, ids: Ids): MergedVariants =>
  stored
    ? {
        options: stored.options,
        merged: stored.variants.map((variant) => ({ variant, record: null, stored: variant })),
        renamed: [],
      }
    : {
        options: [DEFAULT_OPTION],
        merged: [{ variant: { ...BLANK, id: ids.next("variant") }, record: null, stored: null }],
        renamed: [],
      };

function mergedVariant(
  { record, optionValues }: Match,
  base: Variant,
  { mediaIds, mergeMetafields }: Pick<VariantContext, "mediaIds" | "mergeMetafields">,
): Variant {
  const { imageUrl } = record;
  const mediaId =
    imageUrl === undefined
      ? base.mediaId
      : imageUrl === null
        ? null
        : (mediaIds.get(oneLine(imageUrl)) ?? null);
  const metafields = mergeMetafields(record, base.metafields);
  return mergeFields({ id: base.id, optionValues, mediaId, metafields }, record, base);
}

function mergedSwatches(
  stored: Option["swatches"] = [],
  inFile: readonly SwatchRecord[] = [],
  mediaIds: VariantContext["mediaIds"],
): readonly Swatch[] {
  const looks = new Map<string, SwatchLook | null>(looksOf(stored));
  for (const { value, color, imageUrl } of inFile) {
    const mediaId = imageUrl === undefined ? undefined : mediaIds.get(oneLine(imageUrl));
    looks.set(oneLine(value), mediaId ? { mediaId } : color === undefined ? null : { color });
  }
  return [...looks].flatMap(([value, look]) => (look === null ? [] : [{ value, ...look }]));
}

/**
 * Stored values keep their order. A new one comes before the known value that follows it in the
 * file, or last. A value is removed when its last variant gets another one.
 */
function valuesOf(
  axis: number,
  before: readonly Variant[],
  merged: readonly MergedVariant[],
  inFile: readonly string[],
  option: Option | undefined,
): readonly string[] {
  const valueOf = ({ variant }: Pick<MergedVariant, "variant">): string =>
    variant.optionValues[axis] ?? "";
  const used = new Set(merged.map(valueOf));
  const usedBefore = new Set(before.map((variant) => valueOf({ variant })));
  const kept = (option?.values ?? []).filter((value) => used.has(value) || !usedBefore.has(value));
  const known = new Set(kept);
  if ([...used].every((value) => known.has(value))) return kept;
  return withAdded(kept, [...new Set(inFile)]);
}

/** @param order the values of the file, also those that are known */
function withAdded(known: readonly string[], order: readonly string[]): readonly string[] {
  const isKnown = new Set(known);
  const addedBefore = new Map<string, readonly string[]>();
  let added: string[] = [];
  for (const value of order)
    if (isKnown.has(value)) {
      addedBefore.set(value, added);
      added = [];
    } else added.push(value);
  return [...known.flatMap((value) => [...(addedBefore.get(value) ?? []), value]), ...added];
}
