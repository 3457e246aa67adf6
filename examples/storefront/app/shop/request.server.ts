import { createCookie, type LoaderFunctionArgs } from "react-router";
import type { Asker } from "./ask.server";
import { BASE } from "../../base";

const isSecure = process.env["SHOP_ORIGIN"]?.startsWith("https:") ?? false;
const WEEKS_4 = 60 * 60 * 24 * 28;

const cookieOf = (name: string, maxAge?: number) =>
  createCookie(name, {
    path: BASE,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    ...(maxAge === undefined ? {} : { maxAge }),
  });

/** The id of the cart is a secret: scripts cannot read it, and it is in no address. */
export const cartCookie = cookieOf("cart", WEEKS_4);
/** The link of the last order, for buyers who come back from a page of their bank. */
export const orderCookie = cookieOf("order");
/** The Idempotency-Key of the payment that the buyer is about to make. */
export const tryCookie = cookieOf("try");

type Args = Pick<LoaderFunctionArgs, "request" | "params">;

export const askerOf = ({ request, params }: Args): Asker => ({
  market: params["market"],
  locale: params["locale"],
  buyerAddress: request.headers.get("x-buyer-address") ?? "",
});

const textIn = async (cookie: ReturnType<typeof cookieOf>, request: Request) => {
  const value: unknown = await cookie.parse(request.headers.get("cookie"));
  return typeof value === "string" && value.length <= 200 ? value : null;
};

export const cartIn = (request: Request): Promise<string | null> => textIn(cartCookie, request);
export const orderIn = (request: Request): Promise<string | null> => textIn(orderCookie, request);

/** Where buyers see the shop, for pages that lead back to it. */
export const originOf = (request: Request): string =>
  process.env["SHOP_ORIGIN"] ?? new URL(request.url).origin;

interface Try {
  readonly of: string;
  readonly key: string;
}

/**
 * The key of what is being tried: the same after a reload and for a second click, a new one when
 * something else is tried. Plinth then does it once.
 */
export const tryKey = async (request: Request, of: string): Promise<string> => {
  const kept: unknown = await tryCookie.parse(request.headers.get("cookie"));
  return isTry(kept) && kept.of === of ? kept.key : crypto.randomUUID();
};

export const keepTry = (of: string, key: string): Promise<string> =>
  tryCookie.serialize({ of, key } satisfies Try);
/** What was refused is never tried again under the same key, because it would be refused again. */
export const newTry = (of: string): Promise<string> => keepTry(of, crypto.randomUUID());

const isTry = (value: unknown): value is Try =>
  typeof value === "object" &&
  value !== null &&
  "of" in value &&
  "key" in value &&
  typeof value.key === "string";
