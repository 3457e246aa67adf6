import { Form, Link, data, redirect, useRouteLoaderData } from "react-router";
import type { Route } from "./+types/cart";
import { CartLines } from "../components/cart-lines";
import { Totals } from "../components/totals";
import { addLine, moveCart, setQuantity, type CartChange } from "../shop/cart.server";
import { countOf, textOf, textOrNull } from "../shop/form.server";
import { titled } from "../shop/head";
import { inRegion, usePath } from "../shop/region";
import { askerOf, cartCookie, cartIn } from "../shop/request.server";
import { codeText, useTexts } from "../texts/texts";
import type { loader as frameLoader } from "../root";

export const meta: Route.MetaFunction = ({ matches }) => titled(matches, (texts) => texts.cart);

/** Forms of all pages are sent here. With scripts the page stays; without, the cart is shown. */
export const action = async (args: Route.ActionArgs) => {
  const { request, params } = args;
  const form = await request.formData();
  const change = await changed(args, form);
  const hasScripts = !request.headers.get("accept")?.includes("text/html");
  const cookie: HeadersInit = change.cart
    ? { "Set-Cookie": await cartCookie.serialize(change.cart.id) }
    : {};
  if (change.cart !== null && !hasScripts)
    return redirect(inRegion(params, "/cart"), { headers: cookie });
  return data(
    { isDone: change.cart !== null, userErrors: change.userErrors },
    { headers: cookie, status: change.cart === null ? 422 : 200 },
  );
};

const NOTHING: CartChange = { cart: null, userErrors: [] };

const changed = async (args: Route.ActionArgs, form: FormData): Promise<CartChange> => {
  const asker = askerOf(args);
  const cartId = await cartIn(args.request);
  const line = textOf(form, "line");
  if (line !== "" && cartId !== null) {
    const quantity = textOf(form, "quantity") === "0" ? 0 : countOf(form, "quantity");
    return quantity === null ? NOTHING : setQuantity(asker, cartId, { id: line, quantity });
  }
  const market = textOf(form, "market");
  if (market !== "" && cartId !== null) return moveCart(asker, cartId, market);
  const variantId = textOf(form, "variant");
  if (variantId === "") return NOTHING;
  const units = { variantId, quantity: countOf(form, "quantity") ?? 1 };
  return addLine(asker, cartId, units, textOrNull(form, "key"));
};

const CartPage = ({ actionData }: Route.ComponentProps) => {
  const texts = useTexts();
  const path = usePath();
  const frame = useRouteLoaderData<typeof frameLoader>("root");
  const cart = frame?.cart ?? null;
  const refusals = actionData?.userErrors ?? [];
  return (
    <div className="page cart-page">
      <h1>{texts.cart}</h1>
      {refusals.length > 0 && (
        <div className="problems" role="alert">
          {refusals.map((refusal) => (
            <p key={refusal.code}>
              {codeText(
                texts,
                refusal.code,
                refusal.__typename === "InsufficientStockError" ? refusal.available : null,
              )}
            </p>
          ))}
        </div>
      )}
      {cart === null || cart.lines.length === 0 ? (
        <>
          <p>{texts.emptyCart}</p>
          <p>
            <Link className="button" to={path("/")}>
              {texts.lookAround}
            </Link>
          </p>
        </>
      ) : (
        <div className="two-columns">
          <div>
            {cart.market.id !== frame?.shop.market.id && (
              <Form method="post" className="notice">
                <p>
                  {texts.otherMarket(
                    frame?.markets?.find(({ id }) => id === cart.market.id)?.countries.length === 0
                      ? `${texts.everywhere} (${cart.currency})`
                      : cart.market.name,
                  )}
                </p>
                <button className="plain" name="market" value={frame?.shop.market.key}>
                  {texts.takeAlong}
                </button>
              </Form>
            )}
            <CartLines cart={cart} />
          </div>
          <aside className="summary">
            <h2>{texts.summary}</h2>
            <Totals totals={cart.totals} isBeforeDelivery={cart.totalState === "BEFORE_DELIVERY"} />
            {cart.totalState === "BEFORE_DELIVERY" && (
              <p className="small">{texts.deliveryLater}</p>
            )}
            <Link className="button wide" to={path("/checkout")}>
              {texts.checkout}
            </Link>
            <Link className="quiet-link wide" to={path("/")}>
              {texts.continue}
            </Link>
          </aside>
        </div>
      )}
    </div>
  );
};

export default CartPage;
