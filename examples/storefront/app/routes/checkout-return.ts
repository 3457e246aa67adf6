import { redirect } from "react-router";
import { OrderRefreshDocument } from "../gql/graphql";
import type { Route } from "./+types/checkout-return";
import { ask } from "../shop/ask.server";
import { orderOfCart } from "../shop/checkout.server";
import { inRegion } from "../shop/region";
import { askerOf, cartCookie, cartIn, orderCookie, orderIn } from "../shop/request.server";

/**
 * Buyers come here from the page of their bank, when the answer to their payment has not reached them, and
 * from a checkout whose order another window has placed (`?placed`). It finds their order, looks up how it
 * was paid, and leads on to it.
 */
export const loader = async (args: Route.LoaderArgs) => {
  const { request, params } = args;
  const asker = askerOf(args);
  const cartId = await cartIn(request);
  const ordered = cartId === null ? null : await orderOfCart(asker, cartId);
  const link = linkIn(request) ?? ordered ?? (await orderIn(request));
  if (!link) return redirect(inRegion(params, "/orders"));
  await ask(asker, OrderRefreshDocument, { input: { link } }, crypto.randomUUID());
  const headers = new Headers();
  headers.append("Set-Cookie", await orderCookie.serialize(link));
  // A link that somebody else has sent takes no cart away.
  if (ordered) headers.append("Set-Cookie", await cartCookie.serialize("", { maxAge: 0 }));
  const search = new URL(request.url).searchParams.has("placed") ? "?placed" : "";
  return redirect(inRegion(params, `/orders/${link}${search}`), { headers });
};

/** Plinth has put it into the address to come back to: a bank may open another browser. */
const linkIn = (request: Request): string | null => {
  const link = new URL(request.url).searchParams.get("order") ?? "";
  return /^orderlink_[\da-z]{26}$/.test(link) ? link : null;
};
