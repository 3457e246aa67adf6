import { useState } from "react";
import { data, Form, redirect, useNavigation, useSubmit } from "react-router";
import type { Route } from "./+types/checkout";
import { AddressFields } from "../components/address-fields";
import { DeliveryChoice } from "../components/delivery-choice";
import { PaymentChoice } from "../components/payment-choice";
import { Problems } from "../components/problems";
import { OrderSummary } from "../components/order-summary";
import { leaveCheckout, placeOrder, readCheckout, saveForm } from "../shop/checkout.server";
import { readAddressForm } from "../shop/address-form.server";
import { sentIn } from "../shop/details.server";
import { textOf } from "../shop/form.server";
import { titled } from "../shop/head";
import { inRegion } from "../shop/region";
import {
  askerOf,
  cartCookie,
  cartIn,
  keepTry,
  newTry,
  orderCookie,
  orderIn,
  originOf,
  tryKey,
} from "../shop/request.server";
import { BASE } from "../../base";
import { useTexts } from "../texts/texts";

export const meta: Route.MetaFunction = ({ matches }) =>
  titled(matches, (texts) => texts.checkoutHead);

export const loader = async (args: Route.LoaderArgs) => {
  const { request, params } = args;
  const path = (to: string): string => inRegion(params, to);
  const cartId = await cartIn(request);
  if (cartId === null) throw redirect(path(await afterCart(request)));
  const checkout = await readCheckout(askerOf(args), cartId);
  if (typeof checkout === "string") throw leaveCheckout(checkout, path);
  const { cart, paymentMethods } = checkout;
  if (cart.lines.length === 0) throw redirect(path("/cart"));
  const key = await tryKey(request, cart.id);
  const countries = cart.market.deliveryCountries;
  // Where only few countries are delivered to, the first one is a good guess.
  const country =
    cart.shippingAddress?.country ?? (countries.length < 5 ? countries[0]?.code : undefined);
  const form = await readAddressForm(askerOf(args), country);
  return data(
    { cart, methods: paymentMethods, countries, form },
    { headers: { "Set-Cookie": await keepTry(cart.id, key) } },
  );
};

export const action = async (args: Route.ActionArgs) => {
  const { request, params } = args;
  const path = (to: string): string => inRegion(params, to);
  const asker = askerOf(args);
  const form = await request.formData();
  const cartId = await cartIn(request);
  if (cartId === null) return redirect(path(await afterCart(request)));
  const checkout = await readCheckout(asker, cartId);
  if (typeof checkout === "string") return leaveCheckout(checkout, path);
  const { cart: saved, userErrors } = await saveForm(asker, checkout.cart, form);
  const refused = async () => {
    const sent = sentIn(form);
    const addressForm = await readAddressForm(asker, sent["country"]);
    return data({ userErrors, isPayment: false, sent, form: addressForm }, 422);
  };
  if (userErrors.length > 0) return refused();
  if (textOf(form, "intent") !== "pay")
    return saved.shippingAddress === null ? refused() : redirect(path("/checkout"));

  const key = await tryKey(request, cartId);
  const returnUrl = `${originOf(request)}${BASE.slice(0, -1)}${path("/checkout/return?order={link}")}`;
  const placed = await placeOrder(asker, form, { checkout, key, returnUrl });
  if (!placed.orderLink)
    return data(
      { userErrors: placed.userErrors, isPayment: true, sent: null, form: null },
      { status: 422, headers: { "Set-Cookie": await newTry(cartId) } },
    );
  const headers = new Headers();
  headers.append("Set-Cookie", await orderCookie.serialize(placed.orderLink));
  headers.append("Set-Cookie", await cartCookie.serialize("", { maxAge: 0 }));
  const bank = placed.order?.nextAction?.url;
  return redirect(bank ?? path(`/orders/${placed.orderLink}`), { headers });
};

/** Where a buyer without a cart goes: to the order, when another window has placed it. */
const afterCart = async (request: Request): Promise<string> =>
  (await orderIn(request)) === null ? "/cart" : "/checkout/return?placed";

/** Also after a refusal: the total, and what is left of each piece, may have changed. */
export const shouldRevalidate = (): boolean => true;

const CheckoutPage = ({ loaderData, actionData }: Route.ComponentProps) => {
  const texts = useTexts();
  const { cart, methods, countries, form } = loaderData;
  const submit = useSubmit();
  const { state, formData } = useNavigation();
  const [isOffline, setOffline] = useState(false);
  const isBusy = state !== "idle";
  const isPaying = isBusy && formData?.get("intent") === "pay";
  const refusals = actionData?.userErrors ?? [];
  const hasAddress = cart.shippingAddress !== null;
  // What is missing is said where something was sent, not to a buyer who has just come.
  const missing = actionData === undefined && !hasAddress ? [] : cart.requirements;
  return (
    <div className="page checkout">
      <h1>{texts.checkoutHead}</h1>
      <Form
        method="post"
        className="two-columns"
        noValidate
        onSubmit={(event) => {
          // What was typed stays, and nothing is sent into the void.
          const isAway = !navigator.onLine;
          setOffline(isAway);
          if (isAway || isBusy) event.preventDefault();
        }}
      >
        <div className="steps">
          <Problems
            refusals={refusals}
            isOffline={isOffline}
            total={cart.totals.total.formatted}
            cart={cart}
          />
          <AddressFields
            cart={cart}
            countries={countries}
            form={actionData?.form ?? form}
            sent={actionData?.sent ?? null}
            refusals={refusals}
            requirements={missing}
          />
          <p>
            <button className="button outline" name="intent" value="details" disabled={isBusy}>
              {hasAddress ? texts.saveAgain : texts.save}
            </button>
          </p>
          <DeliveryChoice
            cart={cart}
            requirements={missing}
            onChoose={(form) => {
              if (navigator.onLine)
                void submit(withIntent(form, "delivery"), {
                  method: "post",
                  preventScrollReset: true,
                });
            }}
          />
          <PaymentChoice methods={methods} isReady={cart.status === "READY"} />
          <input type="hidden" name="total" value={cart.totals.total.amount} />
          <input type="hidden" name="currency" value={cart.currency} />
          <button
            className="button wide pay"
            name="intent"
            value="pay"
            disabled={isBusy || cart.status === "NEEDS_BUYER"}
          >
            {isPaying
              ? texts.paying
              : cart.totalState === "BEFORE_DELIVERY"
                ? texts.payLater
                : texts.pay(cart.totals.total.formatted)}
          </button>
        </div>
        <OrderSummary cart={cart} />
      </Form>
    </div>
  );
};

const withIntent = (form: HTMLFormElement, intent: string): FormData => {
  const data = new FormData(form);
  data.set("intent", intent);
  return data;
};

export default CheckoutPage;
