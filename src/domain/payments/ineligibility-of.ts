import type { Ineligibility } from "./ineligibility.js";
import type { PaymentMethodContent } from "./method-content.js";

/** What is to be paid. */
export interface Payable {
  /** The id of the market. */
  readonly market: string;
  readonly currency: string;
  /** Minor units. */
  readonly total: number;
}

/**
 * Why something cannot be paid with a method; null when it can.
 * @param hasGateway whether a gateway is configured
 */
export const ineligibilityOf = (
  method: PaymentMethodContent,
  { market, currency, total }: Payable,
  hasGateway: (gateway: string) => boolean,
): Ineligibility | null => {
  const { gateway, markets, currencies, totals, isEnabled } = method;
  if (!isEnabled) return "DISABLED";
  if (gateway !== null && !hasGateway(gateway)) return "GATEWAY_NOT_CONFIGURED";
  if (markets.length > 0 && !markets.some((one) => one === market)) return "MARKET";
  if (currencies.length > 0 && !currencies.includes(currency)) return "CURRENCY";
  const limit = totals.find((one) => one.currency === currency);
  if (limit?.minimum != null && total < limit.minimum) return "TOTAL_TOO_LOW";
  if (limit?.maximum != null && total > limit.maximum) return "TOTAL_TOO_HIGH";
  return total === 0 ? "NOTHING_TO_PAY" : null;
};
