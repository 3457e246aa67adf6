import type { OrderId } from "../../../domain/orders/ids.js";
import { Payment } from "../../../domain/payments/payment.js";
import {
  checkedReturnUrl,
  type ReturnOrigins,
} from "../../../domain/payments/checked-return-url.js";
import { checkedToken } from "../../../domain/payments/checked-token.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payment-method.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { Ids } from "../../shared/ids.js";
import type { PaymentStores } from "../ports/payment-stores.js";

/** What a buyer pays with. */
export interface PaymentDetails {
  /** What the storefront got from the gateway. Never a card number. */
  readonly token?: string | null | undefined;
  /** Where the buyer comes back to after an action at the gateway. */
  readonly returnUrl?: string | null | undefined;
}

/** What a buyer pays with, as the input of an operation. */
export interface PaymentDetailsInput {
  readonly payment?: PaymentDetails | null | undefined;
}

interface CheckedDetails {
  readonly token: string | null;
  readonly returnUrl: string | null;
}

/** @throws Refused with InvalidPaymentToken, InvalidReturnUrl */
export const checkedDetails = (
  { payment }: PaymentDetailsInput,
  returnOrigins: ReturnOrigins = [],
): CheckedDetails => {
  const problems = new Problems();
  const { token = null, returnUrl = null } = payment ?? {};
  const checked = {
    token: token === null ? null : (problems.collect(() => checkedToken(token)) ?? null),
    returnUrl:
      returnUrl === null
        ? null
        : (problems.collect(() => checkedReturnUrl(returnUrl, returnOrigins)) ?? null),
  };
  problems.throwIfAny();
  return checked;
};

interface Start extends CheckedDetails {
  readonly orderId: OrderId;
  readonly attempt: number;
  readonly method: PaymentMethodSnapshot;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

/**
 * Adds the payment of an order in the unit of work that decides it. The gateway is called after the
 * commit, by `settlePayment`.
 * @returns null for a method without a gateway: its money comes outside of the shop
 */
export const startPayment = async (
  { payments }: Pick<PaymentStores, "payments">,
  { method, amount, currency, token, returnUrl, orderId, attempt }: Start,
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<Payment | null> => {
  if (method.gateway === null) return null;
  const payment = Payment.start(
    {
      id: ids.next("payment"),
      orderId,
      attempt,
      method: method.key,
      gateway: method.gateway,
      capture: method.capture,
      amount: { minorUnits: amount, currency },
      token,
      returnUrl,
    },
    now,
  );
  await payments.add(payment);
  return payment;
};
