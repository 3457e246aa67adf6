import { redirect } from "react-router";
import type { Route } from "./+types/region";
import { BASE } from "../../base";
import { moveCart } from "../shop/cart.server";
import { readFrame } from "../shop/frame.server";
import { textOf } from "../shop/form.server";
import { inRegion, shortRegion } from "../shop/region";
import { askerOf, cartIn } from "../shop/request.server";

const PAGES = new Set(["collections", "products", "search", "cart", "checkout", "orders"]);

/** The path of a page without its market and language. */
const pathOf = (back: string): string => {
  const [pathname = "", search] = back.split("?");
  const parts = pathname.split("/").filter(Boolean);
  const start = parts.findIndex((part) => PAGES.has(part));
  const path = start < 0 ? "/" : `/${parts.slice(start).join("/")}`;
  // Options are named in the language of the page, so the choice does not come along.
  const isProduct = path.startsWith("/products/");
  return search === undefined || isProduct ? path : `${path}?${search}`;
};

/** Leads to the same page in another market and language. The cart gets the prices of that market. */
export const action = async (args: Route.ActionArgs) => {
  const { request } = args;
  const form = await request.formData();
  const [key = "", locale = ""] = textOf(form, "region").split(" ");
  const asker = { ...askerOf(args), market: key, locale };
  const cartId = await cartIn(request);
  const frame = await readFrame(asker, cartId);
  const { market } = frame.shop;
  const target = inRegion(shortRegion(market, frame.shop.locale), pathOf(textOf(form, "back")));
  if (cartId === null || frame.cart == null || frame.cart.market.id === market.id)
    return redirect(target);
  await moveCart(asker, cartId, market.key);
  return redirect(target);
};

export const loader = () => redirect(BASE);
