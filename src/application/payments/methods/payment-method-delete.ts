import { PaymentMethodNotFound } from "../../../domain/payments/errors.js";
import type { PaymentMethodId } from "../../../domain/payments/ids.js";
import { change, type Work } from "../../shared/change.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { PaymentStores } from "../ports/payment-stores.js";
import { mayWritePayments } from "../ports/permissions.js";

/** Deletes a payment method. Orders that were placed with it keep its key. */
export const paymentMethodDelete = change(
  mayWritePayments,
  async (
    target: Target,
    { stores: { paymentMethods } }: Work<Pick<PaymentStores, "paymentMethods">>,
  ): Promise<{ readonly deletedPaymentMethodId: PaymentMethodId }> => {
    const method = await lockTarget(
      "paymentmethod",
      target,
      paymentMethods,
      (id) => new PaymentMethodNotFound(id),
    );
    method.delete();
    await paymentMethods.remove(method);
    return { deletedPaymentMethodId: method.id };
  },
);
