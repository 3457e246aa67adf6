import { useEffect } from "react";
import { data, Form, redirect, useNavigation, useRevalidator, useSearchParams } from "react-router";
import {
  OrderByLinkDocument,
  OrderCancelDocument,
  OrderPayDocument,
  OrderRefreshDocument,
  type PlinthUserErrorFragment,
} from "../gql/graphql";
import type { Route } from "./+types/order";
import { OrderSheet } from "../components/order-sheet";
import { PaymentChoice } from "../components/payment-choice";
import { ask, needed } from "../shop/ask.server";
import { textOf } from "../shop/form.server";
import { titled } from "../shop/head";
import { inRegion } from "../shop/region";
import { askerOf, keepTry, newTry, orderCookie, originOf, tryKey } from "../shop/request.server";
import { standingOf } from "../shop/order-standing";
import { BASE } from "../../base";
import { codeText, useTexts } from "../texts/texts";

export const meta: Route.MetaFunction = ({ matches, loaderData }) => [
  ...titled(matches, (texts) => texts.orderNumber(loaderData?.order.number ?? "")),
  { name: "robots", content: "noindex" },
];

/** The link is a secret: no page that is opened from here gets to know it. */
export const headers: Route.HeadersFunction = ({ loaderHeaders }) => {
  const all = new Headers(loaderHeaders);
  all.set("Cache-Control", "private, no-store");
  return all;
};

export const loader = async (args: Route.LoaderArgs) => {
  const { link } = args.params;
  const order = needed(await ask(askerOf(args), OrderByLinkDocument, { link }), "order");
  const attempt = `${order.id} ${order.payments.length}`;
  const key = await tryKey(args.request, attempt);
  return data({ order }, { headers: { "Set-Cookie": await keepTry(attempt, key) } });
};

export const action = async (args: Route.ActionArgs) => {
  const { request, params } = args;
  const { link } = params;
  const asker = askerOf(args);
  const form = await request.formData();
  const here = inRegion(params, `/orders/${link}`);
  const attempt = textOf(form, "attempt");
  const refused = async (userErrors: readonly PlinthUserErrorFragment[]) =>
    data({ userErrors }, { status: 422, headers: { "Set-Cookie": await newTry(attempt) } });
  switch (textOf(form, "intent")) {
    case "pay": {
      const token = textOf(form, "token");
      const returnUrl = `${originOf(request)}${BASE.slice(0, -1)}${inRegion(params, `/checkout/return?order=${link}`)}`;
      const payment = token === "" ? null : { token, returnUrl };
      const input = { link, paymentMethod: textOf(form, "method"), payment };
      const key = await tryKey(request, attempt);
      const { orderPayByLink: paid } = (await ask(asker, OrderPayDocument, { input }, key)).data;
      if (!paid.order) return refused(paid.userErrors);
      const headers = { "Set-Cookie": await orderCookie.serialize(link) };
      return redirect(paid.order.nextAction?.url ?? here, { headers });
    }
    case "cancel": {
      const { data: answer } = await ask(
        asker,
        OrderCancelDocument,
        { input: { link } },
        crypto.randomUUID(),
      );
      const { order, userErrors } = answer.orderCancelByLink;
      return order ? redirect(here) : refused(userErrors);
    }
    default:
      await ask(asker, OrderRefreshDocument, { input: { link } }, crypto.randomUUID());
      return redirect(here);
  }
};

const LOOK_AGAIN_MS = 3_000;

const OrderPage = ({ loaderData: { order }, actionData }: Route.ComponentProps) => {
  const texts = useTexts();
  const { revalidate, state } = useRevalidator();
  const [params] = useSearchParams();
  const isBusy = useNavigation().state !== "idle";
  const standing = standingOf(order);
  const isPending = standing === "PENDING";
  useEffect(() => {
    if (!isPending || state !== "idle") return undefined;
    const timer = setTimeout(() => void revalidate(), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isPending, state, revalidate]);
  const canCancel = order.allowedActions.some(
    ({ action: name, isAllowed }) => name === "CANCEL" && isAllowed,
  );
  return (
    <div className="page order">
      {params.has("placed") && (
        <p className="notice" role="status">
          {texts.alreadyPlaced}
        </p>
      )}
      <OrderSheet order={order}>
        {actionData?.userErrors.map(({ code }) => (
          <p key={code} className="problem" role="alert">
            {codeText(texts, code)}
          </p>
        ))}
        {standing === "ACTION" && order.nextAction?.url != null && (
          <p>
            <a className="button" href={order.nextAction.url}>
              {texts.toBank}
            </a>
          </p>
        )}
        {(standing === "FAILED" || standing === "ACTION") && (
          <Form
            method="post"
            className="pay-again"
            onSubmit={(event) => {
              if (isBusy) event.preventDefault();
            }}
          >
            <input type="hidden" name="attempt" value={`${order.id} ${order.payments.length}`} />
            <PaymentChoice methods={order.paymentMethods} isReady />
            <button className="button wide" name="intent" value="pay" disabled={isBusy}>
              {isBusy ? texts.paying : texts.pay(order.amountDue.formatted)}
            </button>
          </Form>
        )}
        <Form method="post" className="actions">
          {(isPending || standing === "ACTION") && (
            <button className="plain" name="intent" value="refresh">
              {texts.look}
            </button>
          )}
          {canCancel && (
            <button className="plain" name="intent" value="cancel">
              {texts.cancelOrder}
            </button>
          )}
        </Form>
      </OrderSheet>
    </div>
  );
};

export default OrderPage;
