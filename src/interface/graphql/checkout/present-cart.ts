import type { CartLineView, CartView } from "../../../application/checkout/carts/cart-view.js";
import { visibleStock } from "../../../domain/shared/visible-stock.js";
import { heldUntil } from "../../../domain/checkout/cart-hold.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { presentOffer } from "../delivery/offers/delivery-offer-source.js";
import { visibleShortage } from "../errors/visible-shortage.js";
import { presentMarket } from "../pricing/markets/present-market.js";
import {
  presentCharge,
  presentDiscount,
  presentLine,
  presentStep,
  presentTax,
  presentTotals,
} from "../pricing/quotes/present-quote.js";
import { presentAttributes } from "../attributes/attribute-type.js";

/** What a cart is answered from. Each part is worked out when it is read: few answers show all. */
export class CartSource {
  /** For the interface `Node`: an instance cannot be copied to add it. */
  readonly __typename = "Cart";
  readonly #view: CartView;
  readonly #context: GraphqlContext;

  constructor(view: CartView, context: GraphqlContext) {
    this.#view = view;
    this.#context = context;
  }

  get id() {
    return this.#view.cart.id;
  }

  get version() {
    return this.#view.cart.version;
  }

  get status() {
    return this.#view.status;
  }

  get market() {
    return presentMarket(this.#view.market);
  }

  get totalQuantity() {
    return this.#content.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  }

  get buyer() {
    return this.#content.buyer;
  }

  get shippingAddress() {
    return this.#content.shippingAddress;
  }

  get billingAddress() {
    return this.#content.billingAddress;
  }

  get note() {
    return this.#content.note;
  }

  get attributes() {
    return presentAttributes(this.#content.attributes);
  }

  get currency() {
    return this.#view.quote.currency;
  }

  get totals() {
    return presentTotals(this.#view.quote.totals);
  }

  get totalState() {
    return this.#view.totalState;
  }

  get taxSource() {
    return this.#view.quote.taxSource;
  }

  get taxes() {
    return this.#view.quote.taxes.map(presentTax);
  }

  get fees() {
    return this.#view.quote.fees.map(presentCharge);
  }

  get discounts() {
    return this.#view.quote.discounts.map(presentDiscount);
  }

  get priceBreakdown() {
    return this.#view.quote.breakdown.map(presentStep);
  }

  get lines() {
    const most = this.#context.mostVisibleStock;
    return this.#view.lines.map((line) => presentCartLine(line, most));
  }

  get deliveryGroups() {
    return this.#view.deliveryGroups.map(({ offers, chosen, quoted, lines: ids, ...group }) => ({
      ...group,
      lineIds: ids,
      deliveryOptions: offers.map((offer) => presentOffer(offer, this.#context)),
      selectedDeliveryOptionId: chosen,
      amounts: quoted && presentCharge(quoted),
    }));
  }

  get requirements() {
    const most = this.#context.mostVisibleStock;
    return this.#view.requirements.map(({ message, available, cartPath, ...requirement }) => ({
      code: requirement.code,
      path: cartPath,
      fields: requirement.fields,
      severity: requirement.severity,
      ...(available === undefined
        ? { message, available: null }
        : visibleShortage({ message, available }, most)),
    }));
  }

  get warnings() {
    return this.#view.warnings;
  }

  get reservedUntil() {
    return heldUntil(this.#content.hold, this.#view.moment);
  }

  get createdAt() {
    return this.#view.cart.createdAt;
  }

  get updatedAt() {
    return this.#view.cart.updatedAt;
  }

  get #content() {
    return this.#view.cart.content;
  }
}

export const presentCart = (view: CartView, context: GraphqlContext): CartSource =>
  new CartSource(view, context);

const presentCartLine = (
  { line, variant, quoted, available }: CartLineView,
  mostVisibleStock: number,
) => ({
  id: line.id,
  quantity: line.quantity,
  variantId: line.variantId,
  title: variant?.title ?? null,
  slug: variant?.slug ?? null,
  sku: variant?.sku ?? null,
  options: variant?.options ?? [],
  attributes: presentAttributes(line.attributes),
  available: available === null ? null : visibleStock(Math.max(available, 0), mostVisibleStock),
  amounts: quoted && presentLine(quoted),
});

export type CartLineSource = ReturnType<typeof presentCartLine>;
