import { InvalidOptions } from "../../../domain/catalog/errors.js";
import { DEFAULT_OPTION, isDefault, type Option } from "../../../domain/catalog/option.js";
import type { Variant } from "../../../domain/catalog/variant.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { VariantSheet } from "./product-sheet.js";

/** The variants of a sheet, each with the stored one that it speaks of. */
export interface MatchedVariants {
  readonly optionNames: readonly string[];
  /** The stored variants, their values in the order of the names. */
  readonly stored: readonly Variant[];
  readonly matches: readonly Match[];
}

export interface Match {
  readonly sheet: VariantSheet;
  readonly optionValues: readonly string[];
  /** Null for a new variant. */
  readonly stored: Variant | null;
}

interface Stored {
  readonly options: readonly Option[];
  readonly variants: readonly Variant[];
}

/**
 * Finds the stored variant of each variant of a sheet: by its options, else by its SKU. Options keep their identity by name,
 * renamed ones by their place.
 * @throws InvalidOptions when a stored variant would be left without a place among new options
 */
export const matchVariants = (
  names: readonly string[] | undefined,
  sheets: readonly VariantSheet[],
  stored: Stored | null,
): MatchedVariants => {
  if (names === undefined)
    return stored && !isDefault(stored.options)
      ? bySkuAlone(sheets, stored)
      : match([DEFAULT_OPTION.name], withDefaults(sheets), stored?.variants ?? []);
  const clean = names.map(oneLine);
  const incoming = sheets.map((sheet) => ({
    sheet,
    optionValues: sheet.optionValues.map(oneLine),
  }));
  if (!stored) return match(clean, incoming, []);
  const sheetIsDefault =
    clean.length === 1 &&
    clean[0] === DEFAULT_OPTION.name &&
    incoming.every(({ optionValues }) => optionValues[0] === DEFAULT_OPTION.values[0]);
  if (isDefault(stored.options))
    return sheetIsDefault
      ? match(clean, incoming, stored.variants)
      : firstChoice(clean, incoming, stored.variants);
  if (sheetIsDefault)
    throw new InvalidOptions(
      `The product is stored with the options ${listed(stored.options)}, but the file gives it none.`,
      ["options"],
    );
  if (clean.length !== stored.options.length) return otherOptions(clean, incoming, stored);
  const order = axes(clean, stored.options);
  return match(
    clean,
    incoming,
    stored.variants.map((variant) => ({
      ...variant,
      optionValues: order.map((axis) => variant.optionValues[axis] ?? ""),
    })),
  );
};

type Incoming = Omit<Match, "stored">;

function match(
  optionNames: readonly string[],
  incoming: readonly Incoming[],
  stored: readonly Variant[],
): MatchedVariants {
  const byOptions = new Map(
    stored.map((variant) => [JSON.stringify(variant.optionValues), variant]),
  );
  const found = incoming.map(
    ({ optionValues }) => byOptions.get(JSON.stringify(optionValues)) ?? null,
  );
  const taken = new Set(found);
  const bySku = new Map(
    stored.flatMap((variant) =>
      variant.sku === null || taken.has(variant) ? [] : [[variant.sku, variant] as const],
    ),
  );
  return {
    optionNames,
    stored,
    matches: incoming.map((one, index) => ({
      ...one,
      stored: found[index] ?? bySku.get(one.sheet.sku ?? "") ?? null,
    })),
  };
}

const withDefaults = (sheets: readonly VariantSheet[]): readonly Incoming[] =>
  sheets.map((sheet) => ({ sheet, optionValues: DEFAULT_OPTION.values }));

/** A file without option columns can only say by SKU which variant it means, unless there is just one. */
function bySkuAlone(
  sheets: readonly VariantSheet[],
  { options, variants }: Stored,
): MatchedVariants {
  const bySku = new Map(
    variants.flatMap((variant) => (variant.sku === null ? [] : [[variant.sku, variant] as const])),
  );
  const only = sheets.length === 1 && variants.length === 1 ? variants[0] : undefined;
  const matches = sheets.map((sheet): Match => {
    const stored = bySku.get(sheet.sku ?? "") ?? only;
    if (!stored)
      throw new InvalidOptions(
        `The file has no option columns, and the product has no variant with the SKU "${sheet.sku ?? ""}".`,
        ["options"],
      );
    return { sheet, optionValues: stored.optionValues, stored };
  });
  return { optionNames: options.map(({ name }) => name), stored: variants, matches };
}

/** A product without a choice gets one: what was sold so far becomes the variant with its SKU, else the first. */
function firstChoice(
  names: readonly string[],
  incoming: readonly Incoming[],
  [only]: readonly Variant[],
): MatchedVariants {
  const same = incoming.findIndex(({ sheet }) => only?.sku != null && sheet.sku === only.sku);
  const heir = Math.max(same, 0);
  const matches = incoming.map((one, index): Match => ({
    ...one,
    stored: index === heir ? (only ?? null) : null,
  }));
  return { optionNames: names, stored: matches.flatMap(({ stored }) => stored ?? []), matches };
}

/** Another number of options: every stored variant must be named by its SKU, or it would have no place. */
function otherOptions(
  names: readonly string[],
  incoming: readonly Incoming[],
  { options, variants }: Stored,
): MatchedVariants {
  const bySku = new Map(
    variants.flatMap((variant) => (variant.sku === null ? [] : [[variant.sku, variant] as const])),
  );
  const matches = incoming.map((one): Match => ({
    ...one,
    stored: bySku.get(one.sheet.sku ?? "") ?? null,
  }));
  const named = new Set(matches.map(({ stored }) => stored));
  const lost = variants.find((variant) => !named.has(variant));
  if (lost)
    throw new InvalidOptions(
      `The product is stored with the options ${listed(options)}, the file gives it ${names.join(", ")}: the stored variant "${lost.optionValues.join(" / ")}" would have no place.`,
      ["options"],
    );
  return { optionNames: names, stored: variants, matches };
}

/** For each name the stored axis that it continues. */
function axes(names: readonly string[], options: readonly Option[]): readonly number[] {
  const free = new Set(options.keys());
  const byName = names.map((name) => {
    const axis = options.findIndex((option) => option.name === name);
    if (axis >= 0) free.delete(axis);
    return axis;
  });
  const left = [...free];
  return byName.map((axis) => (axis >= 0 ? axis : (left.shift() ?? 0)));
}

const listed = (options: readonly Option[]): string => options.map(({ name }) => name).join(", ");
