import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Buyer, type Place } from "./buyer.js";
import { Caller } from "./caller.js";
import { Tally } from "./tally.js";
import type { TortureOptions } from "./torture-options.js";

const MARKETS = "{ answer: markets { key countries isDefault } }";
const FORMAT =
  "query ($country: String!) { answer: addressFormat(country: $country) { postalCodeExample regions { code } } }";
const CREATE =
  "mutation ($product: ProductDraftInput!) { answer: productCreate(input: { product: $product }) { product { id variants(first: 100) { nodes { id } } } userErrors { code message path } } }";
const PUBLISH =
  "mutation ($id: ID!) { answer: productPublish(input: { id: $id }) { userErrors { code message } } }";
const COUNT =
  "mutation ($counts: [StockCountItemInput!]!) { answer: stockCount(input: { counts: $counts }) { userErrors { code message } } }";
const STOCK =
  "query ($ids: [ID!]!) { answer: stockItems(first: 100, filter: { variantIds: $ids }) { nodes { onHand reserved claimed variant { id } } } }";
const ARCHIVE =
  "mutation ($id: ID!) { answer: productArchive(input: { id: $id }) { userErrors { code message } } }";
const ORDERS =
  "query ($ids: [ID!]!) { answer: nodes(ids: $ids) { ... on Order { id state paymentStatus total { minorUnits } payments { id state reference gateway capturedAmount { minorUnits } refundedAmount { minorUnits } capturableAmount { minorUnits } refunds { state } flags { kind } } timeline { kind } } } }";
const OFFERS =
  "query ($cart: ID!) { answer: paymentMethods(cartId: $cart) { isEligible reason method { key } } }";
const METHODS = "{ answer: paymentMethods(first: 100) { nodes { key gateway isEnabled } } }";
const CREATE_METHOD =
  "mutation ($method: PaymentMethodInput!) { answer: paymentMethodCreate(input: { method: $method }) { userErrors { code message } } }";
const NEW_METHOD = { key: "torture", name: "Torture", gateway: "sandbox" };
const AT_ONCE = 50;

export interface StockItem {
  readonly onHand: number;
  readonly reserved: number;
  readonly claimed: number;
  readonly variant: { readonly id: string };
}

interface Amount {
  readonly minorUnits: string;
}

export interface StoredPayment {
  readonly id: string;
  readonly state: string;
  readonly reference: string | null;
  readonly gateway: string | null;
  readonly capturableAmount: Amount;
  readonly capturedAmount: Amount;
  readonly refundedAmount: Amount;
  readonly refunds: readonly { readonly state: string }[];
  readonly flags: readonly { readonly kind: string }[];
}

export interface StoredOrder {
  readonly id: string;
  readonly state: string;
  readonly paymentStatus: string;
  readonly total: Amount;
  readonly payments: readonly StoredPayment[];
  readonly timeline: readonly { readonly kind: string }[];
}

/** The shop cannot be tortured as it is. */
export class TargetUnusable extends Error {}

interface Errors {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** The shop that is tortured: goods of its own, which nobody else buys. */
export class TorturedShop {
  #product = "";
  #place: Place = { country: "DE", region: null, postalCode: "20095" };
  readonly #admin: Caller;
  /** Variants that need no delivery. */
  variants: readonly string[] = [];

  private constructor(
    readonly options: TortureOptions,
    readonly tally: Tally,
  ) {
    this.#admin = new Caller(
      {
        urls: options.urls,
        path: "/admin/graphql",
        headers: { authorization: `Bearer ${options.adminKey}` },
      },
      tally,
    );
  }

  static async open(options: TortureOptions, variants: number): Promise<TorturedShop> {
    const shop = new TorturedShop(options, new Tally());
    await shop.#fill(variants);
    return shop;
  }

  buyer(): Buyer {
    const { urls, market } = this.options;
    return new Buyer(urls, this.tally, { market, place: this.#place });
  }

  async count(variants: readonly string[], onHand: number): Promise<void> {
    const counts = variants.map((variantId) => ({ variantId, onHand }));
    this.#ensureDone(await this.#admin.ask<Errors>(COUNT, { counts }));
  }

  async stock(variants: readonly string[]): Promise<readonly StockItem[]> {
    const answer = await this.#admin.ask<{ readonly nodes: readonly StockItem[] }>(STOCK, {
      ids: variants,
    });
    return answer?.nodes ?? [];
  }

  async orders(ids: readonly string[]): Promise<readonly StoredOrder[]> {
    const found: StoredOrder[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const part = await this.#admin.ask<readonly (StoredOrder | null)[]>(ORDERS, {
        ids: ids.slice(start, start + AT_ONCE),
      });
      found.push(...(part ?? []).filter((order) => order !== null));
    }
    return found;
  }

  /** Reads orders until all are as they should be, or the time is over. */
  async settled(
    ids: readonly string[],
    isSettled: (order: StoredOrder) => boolean,
  ): Promise<readonly StoredOrder[]> {
    const end = performance.now() + this.options.settleSeconds * 1_000;
    for (;;) {
      const orders = await this.orders(ids);
      if (orders.every(isSettled) || performance.now() > end) return orders;
      await wait(1_000);
    }
  }

  /**
   * The key of a payment method with which a cart can be paid: the one that was asked for, the first
   * one of the sandbox, or a new one.
   * @throws TargetUnusable when it cannot be used
   */
  async paymentMethod(): Promise<string> {
    const { market, urls } = this.options;
    const key = this.options.paymentMethod ?? (await this.#sandboxMethod());
    const [variantId = ""] = this.variants;
    const cart = await this.buyer().prepare([{ variantId, quantity: 1 }]);
    const caller = new Caller(
      { urls, path: "/graphql", headers: market === null ? {} : { "plinth-market": market } },
      this.tally,
    );
    const offers =
      (await caller.ask<
        readonly {
          readonly isEligible: boolean;
          readonly reason: string | null;
          readonly method: { readonly key: string };
        }[]
      >(OFFERS, { cart: cart?.id })) ?? [];
    const offer = offers.find(({ method }) => method.key === key);
    if (offer?.isEligible) return key;
    throw new TargetUnusable(
      `Nothing can be paid with the payment method ${key}: ${offer?.reason ?? "there is no such one"}.`,
    );
  }

  async #sandboxMethod(): Promise<string> {
    const methods = await this.#admin.ask<{
      readonly nodes: readonly {
        readonly key: string;
        readonly gateway: string | null;
        readonly isEnabled: boolean;
      }[];
    }>(METHODS, {});
    const found = methods?.nodes.find(
      ({ gateway, isEnabled }) => gateway === "sandbox" && isEnabled,
    );
    if (found) return found.key;
    this.#ensureDone(await this.#admin.ask<Errors>(CREATE_METHOD, { method: NEW_METHOD }));
    return NEW_METHOD.key;
  }

  /** Takes the goods off the shelves. */
  async close(): Promise<void> {
    if (this.#product !== "") await this.#admin.ask<Errors>(ARCHIVE, { id: this.#product });
  }

  async #fill(variants: number): Promise<void> {
    const { market } = this.options;
    const markets = await this.#admin.ask<
      readonly {
        readonly key: string;
        readonly countries: readonly string[];
        readonly isDefault: boolean;
      }[]
    >(MARKETS, {});
    if (!markets)
      throw new TargetUnusable(`The admin API does not answer: ${this.tally.problems.join("; ")}`);
    const found = markets.find(({ key, isDefault }) =>
      market === null ? isDefault : key === market,
    );
    if (!found) throw new TargetUnusable(`There is no market ${market}.`);
    this.#place = await this.#placeIn(found.countries[0] ?? this.#place.country);
    const names = Array.from({ length: variants }, (_, index) => `No. ${index + 1}`);
    const option = { name: "Ticket", values: names };
    const product = {
      title: `Torture ${randomUUID().slice(0, 8)}`,
      status: "ACTIVE",
      options: [option],
      variants: names.map((name) => ({
        optionValues: [{ name: option.name, value: name }],
        price: "10.00",
        onHand: 0,
        tracked: true,
        requiresShipping: false,
      })),
    };
    const made = await this.#admin.ask<
      Errors & {
        readonly product: {
          readonly id: string;
          readonly variants: { readonly nodes: readonly { readonly id: string }[] };
        } | null;
      }
    >(CREATE, { product });
    this.#ensureDone(made);
    this.#product = made?.product?.id ?? "";
    this.#ensureDone(await this.#admin.ask<Errors>(PUBLISH, { id: this.#product }));
    this.variants = made?.product?.variants.nodes.map(({ id }) => id) ?? [];
  }

  /** Where the buyers live: a region and a postal code that the country takes. */
  async #placeIn(country: string): Promise<Place> {
    const format = await this.#admin.ask<{
      readonly postalCodeExample: string | null;
      readonly regions: readonly { readonly code: string }[];
    }>(FORMAT, { country });
    const { postalCodeExample: postalCode = null, regions = [] } = format ?? {};
    return { country, region: regions[0]?.code ?? null, postalCode };
  }

  #ensureDone(answer: Errors | null): void {
    const reasons = answer ? answer.userErrors.map(({ message }) => message) : this.tally.problems;
    if (!answer || reasons.length > 0)
      throw new TargetUnusable(`The admin API refuses: ${reasons.join("; ")}`);
  }
}
