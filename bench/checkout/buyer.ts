import { forwardedFor } from "../../torture/buyer.js";
import { Caller, type Sending } from "../../torture/caller.js";
import type { Tally } from "../../torture/tally.js";

const PREPARE =
  "mutation ($input: CartCreateInput!) { answer: cartCreate(input: $input) { cart { id } userErrors { code } } }";
const DELIVER =
  "mutation ($cart: ID!, $option: ID!) { answer: cartDeliveryOptionSelect(input: { cartId: $cart, deliveryOptionId: $option }) { cart { status totals { total { amount } } } userErrors { code } } }";
const SUBMIT =
  'mutation ($cart: ID!, $total: Decimal!) { answer: checkoutSubmit(input: { cartId: $cart, paymentMethod: "manual", expectedTotal: $total }) { orderId orderNumber orderLink userErrors { code message } } }';

export interface Line {
  readonly variantId: string;
  readonly quantity: number;
}

interface Payload {
  readonly cart?: {
    readonly id: string;
    readonly totals: { readonly total: { readonly amount: string } };
  } | null;
  readonly orderId?: string | null;
  readonly userErrors: readonly { readonly code: string }[];
}

export interface Submission {
  readonly order: string | null;
  readonly codes: readonly string[];
  /** All of what is answered about the order. */
  readonly text: string;
  readonly begun: number;
  readonly answered: number;
}

export interface Cart {
  readonly cart: string;
  readonly total: string;
}

let buyers = 0;

/** A guest with an address of its own who sends again whatever may be sent again. */
export class Buyer {
  readonly #number = ++buyers;
  readonly #caller: Caller;

  constructor(urls: readonly string[], tally: Tally) {
    const headers = forwardedFor(this.#number);
    this.#caller = new Caller({ urls, path: "/graphql", headers }, tally);
  }

  /** A cart that is ready. */
  async prepare(lines: readonly Line[], option: string): Promise<Cart> {
    const shippingAddress = {
      firstName: "Ada",
      lastName: "Buyer",
      line1: "Quay 1",
      city: "Hamburg",
      postalCode: "20095",
      country: "DE",
    };
    const email = `buyer-${this.#number}@example.com`;
    const made = await this.#ask(PREPARE, { input: { lines, email, shippingAddress } });
    const cart = made.cart?.id ?? "";
    const chosen = await this.#ask(DELIVER, { cart, option });
    const total = chosen.cart?.totals.total.amount ?? "";
    return { cart, total };
  }

  async submit({ cart, total }: Cart, sending: Sending = {}): Promise<Submission> {
    const begun = performance.now();
    const answer = await this.#ask(SUBMIT, { cart, total }, sending);
    return {
      order: answer.orderId ?? null,
      codes: answer.userErrors.map(({ code }) => code),
      text: JSON.stringify(answer),
      begun,
      answered: performance.now(),
    };
  }

  async #ask(query: string, variables: object, sending?: Sending): Promise<Payload> {
    const answer = await this.#caller.ask<Payload>(query, variables, sending);
    return answer ?? { userErrors: [{ code: "NO_ANSWER" }] };
  }
}
