import { InvalidOptions } from "../../../domain/catalog/options/errors.js";
import { DEFAULT_OPTION, isDefault, type Option } from "../../../domain/catalog/options/option.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { VariantRecord } from "../ports/product-record.js";

/** The variants of a record, each with its stored variant. */
interface MatchedVariants {
  readonly optionNames: readonly string[];
  /** The stored variants, with their values in the order of the names. */
  readonly stored: readonly Variant[];
  readonly matches: readonly Match[];
}

export interface Match {
  readonly record: VariantRecord;
  readonly optionValues: readonly string[];
  /** Null for a new variant. */
  readonly stored: Variant | null;
}

interface StoredVariants {
  readonly options: readonly Option[];
  readonly variants: readonly Variant[];
}

/**
 * Finds the stored variant of each variant of a record: by its option values, else by its SKU.
 * Options are the same by their name, renamed ones by their index.
 * @throws InvalidOptions when a stored variant would get no option values
 */
export const matchVariants = (
  names: readonly string[] | undefined,
  records: readonly VariantRecord[],
  stored: StoredVariants | null,
): MatchedVariants => {
  if (names === undefined)
    return stored && !isDefault(stored.options)
      ? matchWithoutOptions(records, stored)
      : match([DEFAULT_OPTION.name], withDefaultValues(records), stored?.variants ?? []);
  const optionNames = names.map(oneLine);
  const incoming = records.map((record) => ({
    record,
    optionValues: record.optionValues.map(oneLine),
  }));
  if (!stored) return match(optionNames, incoming, []);
  const hasDefaultOption =
    optionNames.length === 1 &&
    optionNames[0] === DEFAULT_OPTION.name &&
    incoming.every(({ optionValues }) => optionValues[0] === DEFAULT_OPTION.values[0]);
  if (isDefault(stored.options))
    return hasDefaultOption
      ? match(optionNames, incoming, stored.variants)
      : matchFirstOptions(optionNames, incoming, stored.variants);
  if (hasDefaultOption)
    throw new InvalidOptions(
      `The stored product has the options ${listed(stored.options)}, but the file has none for it.`,
      ["options"],
    );
  if (optionNames.length !== stored.options.length)
    return matchOtherOptions(optionNames, incoming, stored);
  const order = storedIndexes(optionNames, stored.options);
  return match(
    optionNames,
    incoming,
    stored.variants.map((variant) => ({
      ...variant,
      optionValues: order.map((index) => variant.optionValues[index] ?? ""),
    })),
  );
};

type Incoming = Omit<Match, "stored">;

function match(
  optionNames: readonly string[],
  incoming: readonly Incoming[],
  stored: readonly Variant[],
): MatchedVariants {
  const byOptionValues = new Map(
    stored.map((variant) => [JSON.stringify(variant.optionValues), variant]),
  );
  const found = incoming.map(
    ({ optionValues }) => byOptionValues.get(JSON.stringify(optionValues)) ?? null,
  );
  const matched = new Set(found);
  const others = bySku(stored.filter((variant) => !matched.has(variant)));
  return {
    optionNames,
    stored,
    matches: incoming.map((one, index) => ({
      ...one,
      stored: found[index] ?? others.get(one.record.sku ?? "") ?? null,
    })),
  };
}

const bySku = (variants: readonly Variant[]): ReadonlyMap<string, Variant> =>
  new Map(
    variants.flatMap((variant) => (variant.sku === null ? [] : [[variant.sku, variant] as const])),
  );

const withDefaultValues = (records: readonly VariantRecord[]): readonly Incoming[] =>
  records.map((record) => ({ record, optionValues: DEFAULT_OPTION.values }));

/** Without option columns only the SKU identifies a variant, unless there is just one. */
function matchWithoutOptions(
  records: readonly VariantRecord[],
  { options, variants }: StoredVariants,
): MatchedVariants {
  const storedBySku = bySku(variants);
  const only = records.length === 1 && variants.length === 1 ? variants[0] : undefined;
  const matches = records.map((record): Match => {
    const stored = storedBySku.get(record.sku ?? "") ?? only;
    if (!stored)
      throw new InvalidOptions(
        `The file has no option columns, and the product has no variant with the SKU "${record.sku ?? ""}".`,
        ["options"],
      );
    return { record, optionValues: stored.optionValues, stored };
  });
  return { optionNames: options.map(({ name }) => name), stored: variants, matches };
}

/**
 * A product without options gets its first ones: its variant becomes the one with the same SKU, or
 * else the first.
 */
function matchFirstOptions(
  optionNames: readonly string[],
  incoming: readonly Incoming[],
  [only]: readonly Variant[],
): MatchedVariants {
  const sameSku = incoming.findIndex(({ record }) => only?.sku != null && record.sku === only.sku);
  const successor = Math.max(sameSku, 0);
  const matches = incoming.map((one, index): Match => ({
    ...one,
    stored: index === successor ? (only ?? null) : null,
  }));
  return { optionNames, stored: matches.flatMap(({ stored }) => stored ?? []), matches };
}

/**
 * With another number of options every stored variant must be in the file by its SKU, or it would
 * get no option values.
 */
function matchOtherOptions(
  optionNames: readonly string[],
  incoming: readonly Incoming[],
  { options, variants }: StoredVariants,
): MatchedVariants {
  const storedBySku = bySku(variants);
  const matches = incoming.map((one): Match => ({
    ...one,
    stored: storedBySku.get(one.record.sku ?? "") ?? null,
  }));
  const matched = new Set(matches.map(({ stored }) => stored));
  const missing = variants.find((variant) => !matched.has(variant));
  if (missing)
    throw new InvalidOptions(
      `The stored product has the options ${listed(options)}, the file has ${optionNames.join(", ")}: the stored variant "${missing.optionValues.join(" / ")}" would get no option values.`,
      ["options"],
    );
  return { optionNames, stored: variants, matches };
}

/** For each name the index of the stored option that it continues. */
function storedIndexes(names: readonly string[], options: readonly Option[]): readonly number[] {
  const free = new Set(options.keys());
  const byName = names.map((name) => {
    const index = options.findIndex((option) => option.name === name);
    if (index >= 0) free.delete(index);
    return index;
  });
  const remaining = [...free];
  return byName.map((index) => (index >= 0 ? index : (remaining.shift() ?? 0)));
}

const listed = (options: readonly Option[]): string => options.map(({ name }) => name).join(", ");
