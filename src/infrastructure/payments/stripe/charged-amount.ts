import {
  GatewayError,
  type GatewayAmount,
} from "../../../application/payments/ports/payment-gateway.js";
import { fractionDigits } from "../../../domain/shared/currencies.js";

const decimals = (codes: string, count: number): readonly (readonly [string, number])[] =>
  codes.split(" ").map((code) => [code, count] as const);

/**
 * The currencies whose amounts Stripe does not count in hundredths
 * (docs.stripe.com/currencies, "Zero-decimal currencies" and "Three-decimal currencies"). ISK and UGX
 * have no decimals, but Stripe counts them in hundredths, which are always 00. MGA is counted whole.
 */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...decimals("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF", 0),
  ...decimals("BHD JOD KWD OMR TND", 3),
]);

const decimalsOf = (currency: string): number => DECIMALS.get(currency) ?? 2;

/**
 * An amount in the units of Stripe.
 * @throws GatewayError for an amount that Stripe cannot charge: a fraction of an ariary, or dinars
 *   whose last of three decimals is not 0
 */
export const chargedAmount = ({ minorUnits, currency }: GatewayAmount): number => {
  const digits = decimalsOf(currency);
  const amount = scaled(minorUnits, digits - fractionDigits(currency));
  if (amount === null || (digits === 3 && amount % 10 !== 0))
    throw new GatewayError("stripe", "REFUSED", "amount_not_chargeable");
  return amount;
};

/** @param currency as Stripe writes it, in lower case */
export const amountOfCharge = (amount: number, currency: string): GatewayAmount => {
  const code = currency.toUpperCase();
  const minorUnits = scaled(amount, fractionDigits(code) - decimalsOf(code));
  if (minorUnits === null) throw new GatewayError("stripe", "UNKNOWN", "unreadable_amount");
  return { minorUnits, currency: code };
};

/** The amount times a power of ten; null when that is not whole. */
const scaled = (amount: number, digits: number): number | null => {
  const factor = 10 ** Math.abs(digits);
  if (digits < 0 && amount % factor !== 0) return null;
  const result = digits < 0 ? amount / factor : amount * factor;
  return Number.isSafeInteger(result) ? result : null;
};
