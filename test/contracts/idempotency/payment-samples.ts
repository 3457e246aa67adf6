import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { orderCart, orderId } from "../../builders/place-orders.js";
import type { PreparedIds, Samples, SendMutation } from "./sample.js";

const METHOD =
  "paymentMethod { id key name kind gateway capture position isEnabled version totals { currency minimum { amount } } }";
const PAYMENT =
  "payment { id state version amount { amount } capturedAmount { amount } capturableAmount { amount } refundableAmount { amount } isBusy transactions { kind amount { amount } } }";
const ORDER =
  "order { id state paymentStatus amountDue { amount } nextAction { kind url } payments { attempt state paymentMethod } }";
const link = (index: number) => randomOrderCodes.linkOf(orderCart(index));
const payment = { token: "action", returnUrl: "https://shop.example/back" };

/** Samples of the mutations of payments and payment methods. */
export const paymentSamples = ({
  paymentMethod,
  payments: { held, other, taken },
}: PreparedIds): Samples => ({
  paymentMethodCreate: {
    input: {
      method: { key: "invoice", totals: [{ currency: "EUR", minimum: "10.00" }] },
    },
    other: { method: { key: "cash" } },
    refused: { method: { key: "manual" } },
    selection: METHOD,
  },
  paymentMethodUpdate: {
    input: { id: paymentMethod, changes: { name: "Transfer", instructions: "To our bank" } },
    other: { id: paymentMethod, changes: { isEnabled: false } },
    refused: { id: paymentMethod, changes: { key: "manual" } },
    selection: METHOD,
  },
  paymentMethodDelete: {
    input: { id: paymentMethod },
    other: { id: "paymentmethod_00000000000000000000000000" },
    refused: { id: "paymentmethod_01h00000000000000000000099" },
    selection: "deletedPaymentMethodId",
  },
  paymentCapture: {
    input: { id: held, amount: "1.00" },
    other: { id: other },
    refused: { id: taken },
    selection: PAYMENT,
  },
  paymentVoid: {
    input: { id: held },
    other: { id: other },
    refused: { id: taken },
    selection: PAYMENT,
  },
  refundCreate: {
    input: { id: taken, amount: "1.00", note: "A scratch" },
    other: { id: taken, amount: "2.00" },
    refused: { id: held, amount: "1.00" },
    selection: `refund { id state reason note amount { amount } } ${PAYMENT}`,
  },
  paymentMarkPaid: {
    input: { id: orderId(1), amount: "1.00", paymentMethod: "manual" },
    other: { id: orderId(2) },
    refused: { id: "order_01h00000000000000000009999" },
    selection: PAYMENT,
  },
  orderPay: {
    input: { id: orderId(1), paymentMethod: "card", payment },
    other: { id: orderId(2), paymentMethod: "manual" },
    refused: { id: orderId(1), paymentMethod: "none" },
    selection: ORDER,
  },
  orderPaymentRefresh: {
    input: { id: orderId(6) },
    other: { id: orderId(2) },
    refused: { id: "order_01h00000000000000000009999" },
    selection: ORDER,
  },
  orderPayByLink: {
    input: { link: link(1), paymentMethod: "card", payment },
    other: { link: link(2), paymentMethod: "manual" },
    refused: { link: link(1), paymentMethod: "none" },
    selection: ORDER,
  },
  orderPaymentRefreshByLink: {
    input: { link: link(6) },
    other: { link: link(2) },
    refused: { link: "orderlink_none" },
    selection: ORDER,
  },
});

export const NO_PAYMENTS = { paymentMethod: "", payments: { held: "", other: "", taken: "" } };

/** Creates what samples of payments need. */
export const preparePayments = async (
  send: SendMutation,
): Promise<Pick<PreparedIds, "paymentMethod" | "payments">> => {
  const method = async (input: object): Promise<string> => {
    const payload = await send("paymentMethodCreate", { method: input }, "paymentMethod { id }");
    return (payload["paymentMethod"] as { readonly id: string }).id;
  };
  await method({ key: "card", gateway: "fake" });
  await method({ key: "held", gateway: "fake", capture: "MANUAL" });
  const pay = async (index: number, paymentMethod: string, token = "ok"): Promise<string> => {
    const input = { id: orderId(index), paymentMethod, payment: { token } };
    const payload = await send("orderPay", input, "order { payments { id } }");
    const { payments } = payload["order"] as { readonly payments: readonly { id: string }[] };
    return payments[0]?.id ?? "";
  };
  await pay(6, "card", "settles");
  return {
    paymentMethod: await method({ key: "spare" }),
    payments: {
      held: await pay(3, "held"),
      other: await pay(4, "held"),
      taken: await pay(5, "card"),
    },
  };
};
