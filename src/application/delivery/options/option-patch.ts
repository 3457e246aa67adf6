import type {
  DeliveryKind,
  DeliveryRate,
  DeliveryStep,
} from "../../../domain/delivery/delivery-rate.js";
import { hasSteps } from "../../../domain/delivery/delivery-rate.js";
import type { CarrierService } from "../../../domain/delivery/option-content.js";
import { toSmallestUnit } from "../../../domain/delivery/to-smallest-unit.js";
import { Problems } from "../../../domain/shared/problems.js";
import { Money } from "../../../domain/shared/money.js";

/** A step as it is entered: decimals, in grams, units or the currency as the kind says. */
interface StepInput {
  readonly from: string;
  readonly upTo?: string | null | undefined;
  readonly price: string;
}

/** What a delivery costs in a currency, as it is entered. Amounts are decimals. */
export interface RateInput {
  readonly currency: string;
  readonly price?: string | null | undefined;
  readonly steps?: readonly StepInput[] | null | undefined;
  readonly freeFrom?: string | null | undefined;
  readonly minSubtotal?: string | null | undefined;
  readonly maxSubtotal?: string | null | undefined;
}

interface WindowInput {
  readonly from?: Date | null | undefined;
  readonly until?: Date | null | undefined;
}

interface TranslationInput {
  readonly locale: string;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** Changes to a delivery option. A list is the whole list; null clears a field. */
export interface DeliveryOptionPatch {
  readonly key?: string | null | undefined;
  /** Null: the key. */
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly translations?: readonly TranslationInput[] | null | undefined;
  readonly rates?: readonly RateInput[] | null | undefined;
  readonly zoneIds?: readonly string[] | null | undefined;
  readonly marketIds?: readonly string[] | null | undefined;
  readonly maxWeight?: number | null | undefined;
  readonly windows?: readonly WindowInput[] | null | undefined;
  readonly pickupLocationId?: string | null | undefined;
  readonly carrier?: CarrierService | null | undefined;
  readonly taxCategory?: string | null | undefined;
  readonly position?: number | null | undefined;
  readonly isActive?: boolean | null | undefined;
}

/** Rates in whole numbers. @throws Refused with InvalidAmount, UnknownCurrency, InvalidDeliveryOption */
export const ratesOf = (
  kind: DeliveryKind,
  rates: readonly RateInput[],
): readonly DeliveryRate[] => {
  const problems = new Problems();
  const found = rates.map((rate, index) => {
    const { currency } = rate;
    const at = (...path: readonly string[]) => ["rates", String(index), ...path];
    const amount = (raw: string | null | undefined, ...path: readonly string[]): number | null =>
      raw == null
        ? null
        : (problems.collect(() => Money.parse(raw, currency).minorUnits, ...at(...path)) ?? 0);
    const bound = (raw: string | null | undefined, ...path: readonly string[]): number | null =>
      raw == null || kind === "BY_SUBTOTAL"
        ? amount(raw, ...path)
        : (problems.collect(() => toSmallestUnit(raw), ...at(...path)) ?? 0);
    const stepOf = ({ from, upTo, price }: StepInput, step: number): DeliveryStep => ({
      from: bound(from, "steps", String(step), "from") ?? 0,
      upTo: bound(upTo, "steps", String(step), "upTo"),
      price: amount(price, "steps", String(step), "price") ?? 0,
    });
    const price = amount(rate.price, "price");
    const single = price === null ? [] : [{ from: 0, upTo: null, price }];
    return {
      currency,
      steps: hasSteps(kind) ? (rate.steps ?? []).map(stepOf) : single,
      freeFrom: amount(rate.freeFrom, "freeFrom"),
      minSubtotal: amount(rate.minSubtotal, "minSubtotal"),
      maxSubtotal: amount(rate.maxSubtotal, "maxSubtotal"),
    };
  });
  problems.throwIfAny();
  return found;
};

export const windowsOf = (windows: readonly WindowInput[]) =>
  windows.map(({ from, until }) => ({ from: from ?? null, until: until ?? null }));

export const translationsOf = (translations: readonly TranslationInput[]) =>
  translations.map(({ locale, name, description }) => ({
    locale,
    name: name ?? null,
    description: description ?? null,
  }));
