import type { MarketId } from "../../../domain/pricing/ids.js";
import { MarketNotFound } from "../../../domain/pricing/pricing.js";
import type { CaptureMode, TotalLimit } from "../../../domain/payments/method-content.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";

interface TranslationInput {
  readonly locale: string;
  readonly name?: string | null | undefined;
  readonly instructions?: string | null | undefined;
}

/** Between which totals a method is offered, as decimals in the currency. */
interface TotalInput {
  readonly currency: string;
  readonly minimum?: string | null | undefined;
  readonly maximum?: string | null | undefined;
}

/** Changes to a payment method. A list is the whole list; null clears a field. */
export interface PaymentMethodPatch {
  readonly key?: string | null | undefined;
  /** Null: the key. */
  readonly name?: string | null | undefined;
  readonly instructions?: string | null | undefined;
  readonly translations?: readonly TranslationInput[] | null | undefined;
  /** The key of a gateway; null: the money comes outside of the shop. */
  readonly gateway?: string | null | undefined;
  readonly capture?: CaptureMode | null | undefined;
  readonly marketIds?: readonly string[] | null | undefined;
  readonly currencies?: readonly string[] | null | undefined;
  readonly totals?: readonly TotalInput[] | null | undefined;
  readonly payWithinMinutes?: number | null | undefined;
  readonly position?: number | null | undefined;
  readonly isEnabled?: boolean | null | undefined;
}

export const methodTranslations = (translations: readonly TranslationInput[]) =>
  translations.map(({ locale, name, instructions }) => ({
    locale,
    name: name ?? null,
    instructions: instructions ?? null,
  }));

/** @throws Refused with InvalidAmount, UnknownCurrency */
export const totalLimits = (totals: readonly TotalInput[]): readonly TotalLimit[] => {
  const problems = new Problems();
  const limits = totals.map(({ currency, ...amounts }, index) => {
    const units = (name: "minimum" | "maximum"): number | null => {
      const raw = amounts[name];
      if (raw == null) return null;
      const path = ["totals", String(index), name];
      return problems.collect(() => Money.parse(raw, currency).minorUnits, ...path) ?? null;
    };
    return { currency, minimum: units("minimum"), maximum: units("maximum") };
  });
  problems.throwIfAny();
  return limits;
};

/** @throws Refused with MarketNotFound */
export const marketsOf = (
  ids: readonly string[],
  markets: readonly { readonly id: MarketId }[],
): readonly MarketId[] => {
  const problems = new Problems();
  const found = ids.flatMap((raw, index) => {
    const market = markets.find(({ id }) => id === raw);
    if (!market) problems.add(new MarketNotFound(raw).mapPath(() => ["marketIds", String(index)]));
    return market?.id ?? [];
  });
  problems.throwIfAny();
  return found;
};
