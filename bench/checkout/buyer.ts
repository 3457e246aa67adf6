import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 180_000;
const CONNECTION_LOST_MS = 100;
const SAME_REQUEST_RUNS_MS = 50;
const PREPARE =
  "mutation ($input: CartCreateInput!) { answer: cartCreate(input: $input) { cart { id } userErrors { code } } }";
const DELIVER =
  "mutation ($cart: ID!, $option: ID!) { answer: cartDeliveryOptionSelect(input: { cartId: $cart, deliveryOptionId: $option }) { cart { status totals { total { amount } } } userErrors { code } } }";
const SUBMIT =
  'mutation ($cart: ID!, $total: Decimal!) { answer: checkoutSubmit(input: { cartId: $cart, paymentMethod: "manual", expectedTotal: $total }) { orderId orderNumber orderLink userErrors { code message } } }';

/** What buyers were answered on the way to their last answers. */
export class Tally {
  /** 503 and 429 with Retry-After; the request was sent again. */
  busy = 0;
  /** The same request was still running; it was sent again. */
  running = 0;
  /** No answer: the buyer hung up, or the server was killed. */
  unanswered = 0;
  readonly problems: string[] = [];
}

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

interface Sending {
  readonly key?: string | undefined;
  /** Where to send it; each time it is sent again, to the next one. */
  readonly first?: number;
  /** Hangs up after so many milliseconds, the first time. */
  readonly cutAfterMs?: number | undefined;
}

let buyers = 0;

/** A guest with an address of its own who sends again whatever may be sent again. */
export class Buyer {
  readonly #number = ++buyers;
  readonly #headers = {
    "content-type": "application/json",
    "x-forwarded-for": `10.${this.#number >> 16}.${(this.#number >> 8) & 255}.${this.#number & 255}`,
  };

  constructor(
    private readonly urls: readonly string[],
    private readonly tally: Tally,
  ) {}

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

  async #ask(
    query: string,
    variables: object,
    { key = randomUUID(), first = this.#number, cutAfterMs }: Sending = {},
  ): Promise<Payload> {
    const end = performance.now() + PATIENCE_MS;
    for (let turn = 0; performance.now() < end; turn++) {
      const url = this.urls[(first + turn) % this.urls.length] ?? "";
      const response = await this.#send(
        url,
        JSON.stringify({ query, variables }),
        key,
        turn === 0 ? cutAfterMs : undefined,
      );
      if (response === null) {
        this.tally.unanswered++;
        await wait(CONNECTION_LOST_MS);
        continue;
      }
      const { status, text, retryAfter } = response;
      if ((status === 503 || status === 429) && retryAfter !== null) {
        this.tally.busy++;
        await wait(Number(retryAfter) * 1_000 * (0.5 + Math.random()));
        continue;
      }
      const answer = status === 200 ? payloadOf(text) : null;
      if (answer === null || /deadlock/i.test(text)) {
        this.tally.problems.push(`${status} ${text.slice(0, 300)}`);
        return answer ?? { userErrors: [{ code: `HTTP ${status}` }] };
      }
      if (answer.userErrors.some(({ code }) => code === "IDEMPOTENCY_CONCURRENT_REQUEST")) {
        this.tally.running++;
        await wait(SAME_REQUEST_RUNS_MS);
        continue;
      }
      return answer;
    }
    this.tally.problems.push("no answer in time");
    return { userErrors: [{ code: "NO_ANSWER" }] };
  }

  async #send(url: string, body: string, key: string, cutAfterMs: number | undefined) {
    const cut = new AbortController();
    const cutting =
      cutAfterMs === undefined ? undefined : setTimeout(() => cut.abort(), cutAfterMs);
    try {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { ...this.#headers, "idempotency-key": key },
        body,
        signal: cut.signal,
      });
      return {
        status: response.status,
        retryAfter: response.headers.get("retry-after"),
        text: await response.text(),
      };
    } catch {
      return null;
    } finally {
      clearTimeout(cutting);
    }
  }
}

const payloadOf = (text: string): Payload | null => {
  const { data } = JSON.parse(text) as { readonly data?: { readonly answer: Payload } | null };
  return data?.answer ?? null;
};
