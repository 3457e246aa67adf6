import { Problems } from "../shared/domain-error.js";
import { text } from "../shared/text.js";
import { InvalidVariant } from "./errors.js";
import type { MediaId, VariantId } from "./ids.js";

export const WEIGHT_UNITS = ["GRAMS", "KILOGRAMS", "OUNCES", "POUNDS"] as const;
export type WeightUnit = (typeof WEIGHT_UNITS)[number];

export const SOLD_OUT_POLICIES = ["DENY", "CONTINUE"] as const;
/** What happens when the stock is used up: DENY the sale, or CONTINUE selling. */
export type SoldOutPolicy = (typeof SOLD_OUT_POLICIES)[number];

/** How a price per unit is worked out: 750 ml sold, shown per 1 l (Directive 98/6/EC). Amounts are decimals as text. */
export interface UnitPriceMeasure {
  readonly total: string;
  readonly totalUnit: string;
  readonly base: string;
  readonly baseUnit: string;
}

/** What is sold: one combination of option values. */
export interface Variant {
  readonly id: VariantId;
  /** One value for each option of the product, in the order of the options. */
  readonly optionValues: readonly string[];
  readonly sku: string | null;
  readonly barcode: string | null;
  /** Whether stock is counted; an untracked variant can always be sold. */
  readonly tracked: boolean;
  readonly soldOutPolicy: SoldOutPolicy;
  /** Whole milligrams, so that weights add up exactly. */
  readonly weightMilligrams: number | null;
  /** The unit in which people want to read the weight. */
  readonly weightUnit: WeightUnit;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly taxCode: string | null;
  readonly unitPriceMeasure: UnitPriceMeasure | null;
  readonly mediaId: MediaId | null;
}

/** What a variant is like of which nobody has said more. */
export const PLAIN_VARIANT: Omit<Variant, "id" | "optionValues"> = {
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

const HEAVIEST_MILLIGRAMS = 100_000_000_000; // a hundred tonnes: more is a slipped column

/**
 * A variant in its stored form.
 * @throws Refused with InvalidText, InvalidVariant
 */
export const variant = (raw: Variant): Variant => {
  const problems = new Problems();
  const optional = (
    value: string | null,
    place: string,
    what: string,
    max: number,
  ): string | null =>
    value === null ? null : problems.attempt(() => text(value, { what, max }), place) || null;

  const sku = optional(raw.sku, "sku", "The SKU", 255);
  const barcode = optional(raw.barcode, "barcode", "The barcode", 64);
  const taxCode = optional(raw.taxCode, "taxCode", "The tax code", 64);
  const { weightMilligrams: weight } = raw;
  if (
    weight !== null &&
    (!Number.isSafeInteger(weight) || weight < 0 || weight > HEAVIEST_MILLIGRAMS)
  )
    problems.add(
      new InvalidVariant(
        `A weight is between 0 and ${HEAVIEST_MILLIGRAMS / 1_000_000} kilograms, not ${weight / 1_000_000}.`,
        ["weight"],
      ),
    );
  const unitPriceMeasure =
    raw.unitPriceMeasure &&
    (problems.attempt(
      () => measure(raw.unitPriceMeasure as UnitPriceMeasure),
      "unitPriceMeasure",
    ) ??
      null);
  problems.throwIfAny();
  return { ...raw, sku, barcode, taxCode, unitPriceMeasure };
};

const AMOUNT = /^\d{1,12}(?:\.\d{1,6})?$/;

function measure({ total, totalUnit, base, baseUnit }: UnitPriceMeasure): UnitPriceMeasure {
  for (const amount of [total, base])
    if (!AMOUNT.test(amount) || Number(amount) === 0)
      throw new InvalidVariant(
        `A unit price is worked out from amounts above zero such as 750 or 0.75, not from "${amount}".`,
      );
  const unit = (value: string): string =>
    text(value, { what: "The unit of a unit price", min: 1, max: 32 });
  return { total, totalUnit: unit(totalUnit), base, baseUnit: unit(baseUnit) };
}

/** What decides beside the variant itself whether it can be bought. */
export interface SaleTerms {
  /** Units that can be sold; null where no stock is kept. */
  readonly available: number | null;
  /** False where it has no price in the price list of a market; left out where no price list holds. */
  readonly isOffered?: boolean;
}

/** Whether a buyer may put the variant into a cart now: the one rule, for variants, choices, lists and the search, in every market. */
export const isSellable = (
  { tracked, soldOutPolicy }: Pick<Variant, "tracked" | "soldOutPolicy">,
  { available, isOffered = true }: SaleTerms = { available: null },
): boolean => isOffered && (!tracked || soldOutPolicy === "CONTINUE" || (available ?? 0) > 0);
