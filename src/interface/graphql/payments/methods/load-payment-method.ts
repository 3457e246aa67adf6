import type { PaymentMethodId } from "../../../../domain/payments/ids.js";
import { methodTextsIn, type PaymentMethodSnapshot } from "../../../../domain/payments/payments.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type PaymentMethodSource, presentPaymentMethod } from "./present-payment-method.js";

/** One payment method, together with all others that are requested in the same tick. */
export const loadPaymentMethod = async (
  context: GraphqlContext,
  id: PaymentMethodId,
): Promise<PaymentMethodSource | null> => {
  const { api, app, batch, viewer } = context;
  const found = await batch.load(["payment method"], id, (ids: readonly PaymentMethodId[]) =>
    app.payments[api].methodsById(ids, viewer),
  );
  return found && presentMethodIn(context, found);
};

/** In the shop with the texts in the language of the request. */
export const presentMethodIn = (
  { api, shoppingContext }: Pick<GraphqlContext, "api" | "shoppingContext">,
  method: PaymentMethodSnapshot,
): PaymentMethodSource =>
  presentPaymentMethod(
    api === "shop"
      ? { ...method, ...methodTextsIn(method, shoppingContext?.locale ?? null) }
      : method,
  );
