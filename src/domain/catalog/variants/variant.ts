import { countryCode } from "../../shared/countries.js";
import { keysOf } from "../../shared/keys-of.js";
import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { metafields, type Metafield } from "../metafields/metafield.js";
import type { MediaId, VariantId } from "../ids.js";
import { InvalidVariant } from "./errors.js";

/**
 * The fields of a variant that are one value with one name everywhere: in patches, in both APIs, in
 * files and in the history.
 */
export interface VariantProperties {
  readonly sku: string | null;
  readonly barcode: string | null;
  /** Whether stock is counted. A variant that is not tracked can always be sold. */
  readonly tracked: boolean;
  readonly soldOutPolicy: SoldOutPolicy;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly taxCode: string | null;
  readonly unitPriceMeasure: UnitPriceMeasure | null;
  /** ISO 3166-1 alpha-2; null when unknown. */
  readonly countryOfOrigin: string | null;
}

/** What is sold: one combination of option values. */
export interface Variant extends VariantProperties {
  readonly id: VariantId;
  /** One value for each option of the product, in the order of the options. */
  readonly optionValues: readonly string[];
  /** Whole milligrams, so that weights add up exactly. */
  readonly weightMilligrams: number | null;
  /** The unit in which the weight is displayed. */
  readonly weightUnit: WeightUnit;
  readonly mediaId: MediaId | null;
  readonly metafields: readonly Metafield[];
}

export const WEIGHT_UNITS = ["GRAMS", "KILOGRAMS", "OUNCES", "POUNDS"] as const;
export type WeightUnit = (typeof WEIGHT_UNITS)[number];

export const SOLD_OUT_POLICIES = ["DENY", "CONTINUE"] as const;
/** What happens when no stock is available: DENY the sale, or CONTINUE selling. */
export type SoldOutPolicy = (typeof SOLD_OUT_POLICIES)[number];

/**
 * The quantities for a price per unit: 750 ml sold, price shown per 1 l (Directive 98/6/EC).
 * Amounts are decimals as text.
 */
export interface UnitPriceMeasure {
  readonly total: string;
  readonly totalUnit: string;
  readonly base: string;
  readonly baseUnit: string;
}

/** The properties that are not given. */
export const VARIANT_PROPERTIES: VariantProperties = {
  sku: null,
  barcode: null,
  tracked: false,
  soldOutPolicy: "DENY",
  requiresShipping: true,
  taxable: true,
  taxCode: null,
  unitPriceMeasure: null,
  countryOfOrigin: null,
};

/** The values of a variant that are not given. */
export const VARIANT_DEFAULTS: Omit<Variant, "id" | "optionValues"> = {
  ...VARIANT_PROPERTIES,
  weightMilligrams: null,
  weightUnit: "GRAMS",
  mediaId: null,
  metafields: [],
};

/**
 * A variant in its stored form.
 * @throws Refused with InvalidText, InvalidVariant, UnknownCountry
 */
export const variant = (raw: Variant): Variant => {
  const problems = new Problems();
  const checked: Record<string, unknown> = { ...raw };
  for (const { field, path, stored } of RULES) {
    const value = raw[field];
    if (value !== null) checked[field] = problems.collect(() => stored(value), path) ?? null;
  }
  problems.throwIfAny();
  return checked as unknown as Variant;
};

/** How a value is stored; a value that must not be stored is refused. */
type Rule<Value> = (value: NonNullable<Value>) => Value;

const optionalText =
  (what: string, max: number): Rule<string | null> =>
  (value) =>
    text(value, { what, max }) || null;

const anyValue = <Value>(value: Value): Value => value;

const MAX_MILLIGRAMS = 100_000_000_000; // 100 tonnes: a higher weight is a mistake in a file

const checkedWeight = (weight: number): number => {
  if (Number.isSafeInteger(weight) && weight >= 0 && weight <= MAX_MILLIGRAMS) return weight;
  throw new InvalidVariant(
    `A weight must be between 0 and ${MAX_MILLIGRAMS / 1_000_000} kilograms, but this one is ${weight / 1_000_000}.`,
  );
};

const AMOUNT = /^\d{1,12}(?:\.\d{1,6})?$/;

const checkedMeasure = ({
  total,
  totalUnit,
  base,
  baseUnit,
}: UnitPriceMeasure): UnitPriceMeasure => {
  for (const amount of [total, base])
    if (!AMOUNT.test(amount) || Number(amount) === 0)
      throw new InvalidVariant(
        `"${amount}" is not a valid amount for a unit price. Use a number above zero, such as 750 or 0.75.`,
      );
  const unit = (value: string): string =>
    text(value, { what: "The unit of a unit price", min: 1, max: 32 });
  return { total, totalUnit: unit(totalUnit), base, baseUnit: unit(baseUnit) };
};

const RULE_OF: { readonly [Field in keyof typeof VARIANT_DEFAULTS]: Rule<Variant[Field]> } = {
  sku: optionalText("The SKU", 255),
  barcode: optionalText("The barcode", 64),
  tracked: anyValue,
  soldOutPolicy: anyValue,
  requiresShipping: anyValue,
  taxable: anyValue,
  taxCode: optionalText("The tax code", 64),
  unitPriceMeasure: checkedMeasure,
  countryOfOrigin: countryCode,
  weightMilligrams: checkedWeight,
  weightUnit: anyValue,
  mediaId: anyValue,
  metafields,
};

const RULES = keysOf(RULE_OF)
  .filter((field) => RULE_OF[field] !== anyValue)
  .map((field) => ({
    field,
    path: field === "weightMilligrams" ? "weight" : field,
    stored: RULE_OF[field] as (value: unknown) => unknown,
  }));
