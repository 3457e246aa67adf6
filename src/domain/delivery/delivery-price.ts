import type { MarketId } from "../pricing/ids.js";
import { isValidAt, type ChargeStep } from "../pricing/pricing.js";
import { Money } from "../shared/money.js";
import type { DeliveryKind, DeliveryRate, DeliveryStep } from "./delivery-rate.js";
import type { DeliveryZoneId } from "./ids.js";
import type { DeliveryOptionContent } from "./option-content.js";
import type { Parcel } from "./parcel.js";

/** Why an option is not offered. */
export const INELIGIBLE = [
  "INACTIVE",
  "OUTSIDE_WINDOWS",
  "OTHER_MARKET",
  "OTHER_ZONE",
  "TOO_HEAVY",
  "NO_PRICE_IN_CURRENCY",
  "SUBTOTAL_TOO_LOW",
  "SUBTOTAL_TOO_HIGH",
  "NO_STEP",
] as const;
export type Ineligible = (typeof INELIGIBLE)[number];

/** What a delivery costs: steps that lead there, or why it has no price yet or at all. */
export type DeliveryPrice =
  | { readonly kind: "PRICED"; readonly amount: Money; readonly steps: readonly ChargeStep[] }
  /** A carrier is asked when there is a cart. */
  | { readonly kind: "PRICED_IN_CART" }
  | { readonly kind: "NOT_ELIGIBLE"; readonly reason: Ineligible };

/** What is delivered, where to, and in which market. */
export interface Delivery {
  readonly parcel: Parcel;
  /** The zone of the address; null: in none. */
  readonly zone: DeliveryZoneId | null;
  readonly market: MarketId;
  /** ISO 4217. */
  readonly currency: string;
  readonly moment: Date;
}

/**
 * What a delivery costs by an option. Pure; amounts are whole minor units and never below zero.
 * The subtotal is what the lines cost before discounts, with or without tax as the prices of the
 * market are.
 */
export const deliveryPrice = (option: DeliveryOptionContent, delivery: Delivery): DeliveryPrice => {
  const { parcel, currency } = delivery;
  const rate = option.rates.find((one) => one.currency === currency);
  const reason = whyNot(option, delivery) ?? whyNotAt(option.kind, rate, parcel);
  if (reason) return notEligible(reason);
  if (option.kind === "CARRIER") return { kind: "PRICED_IN_CART" };
  const step = rate && stepOf(option.kind, rate.steps, parcel);
  if (!step) return notEligible("NO_STEP");
  return { kind: "PRICED", ...chargedPrice(option, step.price, delivery) };
};

/**
 * What the price of an option comes to, in minor units of the currency: nothing from a subtotal on,
 * also when a carrier named the price.
 */
export const chargedPrice = (
  { name, rates }: DeliveryOptionContent,
  price: number,
  { parcel, currency }: Pick<Delivery, "parcel" | "currency">,
): { readonly amount: Money; readonly steps: readonly ChargeStep[] } => {
  const freeFrom = rates.find((rate) => rate.currency === currency)?.freeFrom ?? null;
  const money = (amount: number): Money => Money.of(amount, currency);
  const steps: ChargeStep[] = [{ amount: money(price), reason: name }];
  const isFree = freeFrom !== null && parcel.subtotal >= freeFrom;
  if (isFree && price > 0)
    steps.push({
      amount: money(-price),
      reason: `Free from ${money(freeFrom).toDecimal()} ${currency}`,
    });
  return { amount: money(isFree ? 0 : price), steps };
};

const notEligible = (reason: Ineligible): DeliveryPrice => ({ kind: "NOT_ELIGIBLE", reason });

const whyNot = (
  { isActive, windows, markets, zones, maxWeight }: DeliveryOptionContent,
  { parcel, zone, market, moment }: Delivery,
): Ineligible | null => {
  if (!isActive) return "INACTIVE";
  if (windows.length > 0 && !windows.some((window) => isValidAt(window, moment)))
    return "OUTSIDE_WINDOWS";
  if (markets.length > 0 && !markets.includes(market)) return "OTHER_MARKET";
  if (zones.length > 0 && (zone === null || !zones.includes(zone))) return "OTHER_ZONE";
  if (maxWeight !== null && parcel.weight > maxWeight) return "TOO_HEAVY";
  return null;
};

const whyNotAt = (
  kind: DeliveryKind,
  rate: DeliveryRate | undefined,
  { subtotal }: Parcel,
): Ineligible | null => {
  if (!rate) return kind === "CARRIER" ? null : "NO_PRICE_IN_CURRENCY";
  if (rate.minSubtotal !== null && subtotal < rate.minSubtotal) return "SUBTOTAL_TOO_LOW";
  if (rate.maxSubtotal !== null && subtotal > rate.maxSubtotal) return "SUBTOTAL_TOO_HIGH";
  return null;
};

const stepOf = (
  kind: DeliveryKind,
  steps: readonly DeliveryStep[],
  { weight, subtotal, quantity }: Parcel,
): DeliveryStep | undefined => {
  const measures: Partial<Record<DeliveryKind, number>> = {
    BY_WEIGHT: weight,
    BY_SUBTOTAL: subtotal,
    BY_QUANTITY: quantity,
  };
  const measure = measures[kind];
  if (measure === undefined) return steps[0];
  return steps.find(({ from, upTo }) => from <= measure && (upTo === null || measure <= upTo));
};
