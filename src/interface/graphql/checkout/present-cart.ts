import type { CartLineView, CartView } from "../../../application/checkout/carts/cart-view.js";
import { heldUntil } from "../../../domain/checkout/cart-hold.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { presentOffer } from "../delivery/offers/delivery-offer-source.js";
import { presentMarket } from "../pricing/markets/present-market.js";
import { presentCharge, presentLine, presentQuote } from "../pricing/quotes/present-quote.js";
import { presentAttributes } from "../attributes/attribute-type.js";

export const presentCart = (view: CartView, context: GraphqlContext) => {
  const { cart, market, quote, lines, deliveryGroups } = view;
  const { content } = cart;
  return {
    id: cart.id,
    version: cart.version,
    status: view.status,
    market: presentMarket(market),
    totalQuantity: content.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    buyer: content.buyer,
    shippingAddress: content.shippingAddress,
    billingAddress: content.billingAddress,
    note: content.note,
    attributes: presentAttributes(content.attributes),
    ...presentQuote(quote),
    taxSource: quote.taxSource,
    currency: quote.currency,
    lines: lines.map(presentCartLine),
    deliveryGroups: deliveryGroups.map(({ offers, chosen, quoted, lines: ids, ...group }) => ({
      ...group,
      lineIds: ids,
      deliveryOptions: offers.map((offer) => presentOffer(offer, context)),
      selectedDeliveryOptionId: chosen,
      amounts: quoted && presentCharge(quoted),
    })),
    requirements: view.requirements.map(({ code, message, cartPath, severity, available }) => ({
      code,
      message,
      path: cartPath,
      severity,
      available: available ?? null,
    })),
    warnings: view.warnings,
    reservedUntil: heldUntil(content.hold, view.moment),
    createdAt: cart.createdAt,
    updatedAt: cart.updatedAt,
  };
};

/** What a cart is answered from. */
export type CartSource = ReturnType<typeof presentCart>;

const presentCartLine = ({ line, variant, quoted, available }: CartLineView) => ({
  id: line.id,
  quantity: line.quantity,
  variantId: line.variantId,
  title: variant?.title ?? null,
  slug: variant?.slug ?? null,
  sku: variant?.sku ?? null,
  options: variant?.options ?? [],
  attributes: presentAttributes(line.attributes),
  available: available === null ? null : Math.max(available, 0),
  amounts: quoted && presentLine(quoted),
});

export type CartLineSource = ReturnType<typeof presentCartLine>;
