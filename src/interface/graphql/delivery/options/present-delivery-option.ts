import type { DeliveryOptionView } from "../../../../application/delivery/ports/delivery-reads.js";
import type { DeliveryKind, DeliveryRate } from "../../../../domain/delivery/delivery-rate.js";
import { hasSteps } from "../../../../domain/delivery/delivery-rate.js";
import { Money } from "../../../../domain/shared/money.js";
import { presentMoney } from "../../money/money-presenter.js";
import type { DeliveryRateType } from "./delivery-rate-type.js";

export const presentDeliveryOption = ({
  rates,
  zones: zoneIds,
  markets: marketIds,
  pickupLocation: pickupLocationId,
  ...option
}: DeliveryOptionView) => ({
  ...option,
  rates: rates.map((rate) => presentRate(option.kind, rate)),
  zoneIds,
  marketIds,
  isInAllMarkets: marketIds.length === 0,
  pickupLocationId,
});

/** What a delivery option is answered from. */
export type DeliveryOptionSource = ReturnType<typeof presentDeliveryOption>;

const presentRate = (kind: DeliveryKind, rate: DeliveryRate): DeliveryRateType => {
  const { currency } = rate;
  const money = (amount: number) => presentMoney(Money.of(amount, currency));
  const optional = (amount: number | null) => (amount === null ? null : money(amount));
  const bound = (number: number): string =>
    kind === "BY_SUBTOTAL" ? Money.of(number, currency).toDecimal() : String(number);
  const [single] = rate.steps;
  return {
    currency,
    price: hasSteps(kind) || !single ? null : money(single.price),
    steps: hasSteps(kind)
      ? rate.steps.map(({ from, upTo, price }) => ({
          from: bound(from),
          upTo: upTo === null ? null : bound(upTo),
          price: money(price),
        }))
      : [],
    freeFrom: optional(rate.freeFrom),
    minSubtotal: optional(rate.minSubtotal),
    maxSubtotal: optional(rate.maxSubtotal),
  };
};
