import { Caller, type Sending } from "./caller.js";
import type { Tally } from "./tally.js";

const SENT_ORDER =
  "order { id number state paymentStatus total { amount } payments { id state declineCode } nextAction { kind url } }";
const PREPARE =
  "mutation ($input: CartCreateInput!) { answer: cartCreate(input: $input) { cart { id totals { total { amount } } requirements { code message } } userErrors { code message } } }";
const SUBMIT =
  "mutation ($input: CheckoutSubmitInput!) { answer: checkoutSubmit(input: $input) { orderId orderNumber orderLink userErrors { code message } } }";
const PAY = `mutation ($input: OrderPayByLinkInput!) { answer: orderPayByLink(input: $input) { ${SENT_ORDER} userErrors { code message } } }`;
const REFRESH = `mutation ($input: OrderPaymentRefreshByLinkInput!) { answer: orderPaymentRefreshByLink(input: $input) { ${SENT_ORDER} userErrors { code message } } }`;
const CANCEL = `mutation ($input: OrderCancelByLinkInput!) { answer: orderCancelByLink(input: $input) { ${SENT_ORDER} userErrors { code message } } }`;

export interface Line {
  readonly variantId: string;
  readonly quantity: number;
}

export interface Cart {
  readonly id: string;
  readonly total: string;
}

export interface Submission {
  /** Null when it was refused. */
  readonly orderId: string | null;
  readonly link: string | null;
  readonly codes: readonly string[];
  /** All of what is answered about the order. */
  readonly text: string;
  readonly begun: number;
  readonly answered: number;
}

export interface SentOrder {
  readonly id: string;
  readonly state: string;
  readonly paymentStatus: string;
  readonly payments: readonly { readonly id: string; readonly state: string }[];
  readonly nextAction: { readonly kind: string; readonly url: string | null } | null;
}

interface OrderAnswer {
  readonly order: SentOrder | null;
  readonly userErrors: readonly { readonly code: string }[];
}

export interface Wallet {
  /** The key of the payment method. */
  readonly paymentMethod: string;
  /** What the gateway gave the storefront for the buyer; null for methods without a gateway. */
  readonly token: string | null;
  readonly returnUrl?: string | null;
}

/** Of the address of a buyer, what its country checks. */
export interface Place {
  readonly country: string;
  readonly region: string | null;
  readonly postalCode: string | null;
}

let buyers = 0;

/** A guest with an address of its own, where the server trusts the machine that this runs on. */
export class Buyer {
  readonly #number = ++buyers;
  readonly #caller: Caller;
  readonly #place: Place;

  constructor(
    urls: readonly string[],
    private readonly tally: Tally,
    { market, place }: { readonly market: string | null; readonly place: Place },
  ) {
    this.#place = place;
    this.#caller = new Caller(
      {
        urls,
        path: "/graphql",
        headers: {
          ...forwardedFor(this.#number),
          ...(market !== null && { "plinth-market": market }),
        },
      },
      tally,
    );
  }

  /** A cart that is ready. Its goods need no delivery. */
  async prepare(lines: readonly Line[]): Promise<Cart | null> {
    const shippingAddress = {
      firstName: "Ada",
      lastName: "Buyer",
      line1: "Quay 1",
      city: "Town",
      ...this.#place,
    };
    const email = `torture-${this.#number}@example.com`;
    const answer = await this.#caller.ask<{
      readonly cart: {
        readonly id: string;
        readonly totals: { readonly total: { readonly amount: string } };
        readonly requirements: readonly { readonly code: string }[];
      } | null;
      readonly userErrors: readonly { readonly code: string }[];
    }>(PREPARE, { input: { lines, email, shippingAddress } });
    const reasons = [...(answer?.userErrors ?? []), ...(answer?.cart?.requirements ?? [])];
    const missing = reasons.map(({ code }) => code).filter((code) => code !== "INSUFFICIENT_STOCK");
    if (missing.length > 0) this.tally.problem(`a cart is not ready: ${missing.join(" ")}`);
    return answer?.cart ? { id: answer.cart.id, total: answer.cart.totals.total.amount } : null;
  }

  async submit(cart: Cart, wallet: Wallet, sending: Sending = {}): Promise<Submission> {
    const begun = performance.now();
    const { paymentMethod } = wallet;
    const answer = await this.#caller.ask<{
      readonly orderId: string | null;
      readonly orderLink: string | null;
      readonly userErrors: readonly { readonly code: string }[];
    }>(
      SUBMIT,
      {
        input: {
          cartId: cart.id,
          expectedTotal: cart.total,
          paymentMethod,
          ...paymentOf(wallet),
        },
      },
      sending,
    );
    return {
      orderId: answer?.orderId ?? null,
      link: answer?.orderLink ?? null,
      codes: answer?.userErrors.map(({ code }) => code) ?? ["NO_ANSWER"],
      text: JSON.stringify(answer),
      begun,
      answered: performance.now(),
    };
  }

  pay(link: string, wallet: Wallet, sending: Sending = {}): Promise<OrderAnswer | null> {
    const { paymentMethod } = wallet;
    const input = { link, paymentMethod, ...paymentOf(wallet) };
    return this.#caller.ask<OrderAnswer>(PAY, { input }, sending);
  }

  refresh(link: string): Promise<OrderAnswer | null> {
    return this.#caller.ask<OrderAnswer>(REFRESH, { input: { link } });
  }

  cancel(link: string): Promise<OrderAnswer | null> {
    return this.#caller.ask<OrderAnswer>(CANCEL, { input: { link } });
  }
}

/** The addresses of buyers, which a server believes from proxies that it trusts. */
export const forwardedFor = (number: number) => ({
  "x-forwarded-for": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
});

const paymentOf = ({ token, returnUrl = null }: Wallet) =>
  token === null ? {} : { payment: { token, ...(returnUrl !== null && { returnUrl }) } };
