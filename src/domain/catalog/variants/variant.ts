import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import type { MediaId, VariantId } from "../ids.js";
import { InvalidVariant } from "./errors.js";

/** What is sold: one combination of option values. */
export interface Variant {
  readonly id: VariantId;
  /** One value for each option of the product, in the order of the options. */
  readonly optionValues: readonly string[];
  readonly sku: string | null;
  readonly barcode: string | null;
  /** Whether stock is counted. A variant that is not tracked can always be sold. */
  readonly tracked: boolean;
  readonly soldOutPolicy: SoldOutPolicy;
  /** Whole milligrams, so that weights add up exactly. */
  readonly weightMilligrams: number | null;
  /** The unit in which the weight is displayed. */
  readonly weightUnit: WeightUnit;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly taxCode: string | null;
  readonly unitPriceMeasure: UnitPriceMeasure | null;
  readonly mediaId: MediaId | null;
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

/** The values of a variant that are not given. */
export const VARIANT_DEFAULTS: Omit<Variant, "id" | "optionValues"> = {
  sku: null,
  barcode: null,
  tracked: false,
  soldOutPolicy: "DENY",
  weightMilligrams: null,
  weightUnit: "GRAMS",
  requiresShipping: true,
  taxable: true,
  taxCode: null,
  unitPriceMeasure: null,
  mediaId: null,
};

const MAX_MILLIGRAMS = 100_000_000_000; // 100 tonnes: a higher weight is a mistake in a file

/**
 * A variant in its stored form.
 * @throws Refused with InvalidText, InvalidVariant
 */
export const variant = (raw: Variant): Variant => {
  const problems = new Problems();
  const optional = (
    value: string | null,
    field: string,
    what: string,
    max: number,
  ): string | null =>
    value === null ? null : problems.collect(() => text(value, { what, max }), field) || null;

  const sku = optional(raw.sku, "sku", "The SKU", 255);
  const barcode = optional(raw.barcode, "barcode", "The barcode", 64);
  const taxCode = optional(raw.taxCode, "taxCode", "The tax code", 64);
  const { weightMilligrams: weight, unitPriceMeasure: measure } = raw;
  if (weight !== null && (!Number.isSafeInteger(weight) || weight < 0 || weight > MAX_MILLIGRAMS))
    problems.add(
      new InvalidVariant(
        `A weight must be between 0 and ${MAX_MILLIGRAMS / 1_000_000} kilograms, but this one is ${weight / 1_000_000}.`,
        ["weight"],
      ),
    );
  const unitPriceMeasure =
    measure && (problems.collect(() => checkedMeasure(measure), "unitPriceMeasure") ?? null);
  problems.throwIfAny();
  return { ...raw, sku, barcode, taxCode, unitPriceMeasure };
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
