import type { PaymentMethodSnapshot } from "../../../../domain/payments/payments.js";
import { Money } from "../../../../domain/shared/money.js";
import { presentMoney } from "../../money/money-presenter.js";

export const presentPaymentMethod = ({
  markets: marketIds,
  totals,
  ...method
}: PaymentMethodSnapshot) => ({
  ...method,
  kind: method.gateway === null ? ("OFFLINE" as const) : ("GATEWAY" as const),
  marketIds,
  isInAllMarkets: marketIds.length === 0,
  totals: totals.map(({ currency, minimum, maximum }) => ({
    currency,
    minimum: minimum === null ? null : presentMoney(Money.of(minimum, currency)),
    maximum: maximum === null ? null : presentMoney(Money.of(maximum, currency)),
  })),
});

/** What a payment method is answered from. */
export type PaymentMethodSource = ReturnType<typeof presentPaymentMethod>;
