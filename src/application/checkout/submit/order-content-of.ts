import { textsIn } from "../../delivery/delivery.js";
import type { placeOrder } from "../../orders/orders.js";
import type { CartView, DeliveryGroupView } from "../carts/cart-view.js";

type OrderContent = Parameters<typeof placeOrder>[1]["content"];

interface Language {
  /** A BCP 47 tag; null for the language of the catalogue. */
  readonly requested: string | null;
  /** The tag of that language. */
  readonly tag: string;
}

/** Everything that an order of a cart is decided on, as it was shown. The cart has no requirements. */
export const orderContentOf = (view: CartView, { requested, tag }: Language): OrderContent => {
  const { content } = view.cart;
  const { id, key, name, pricesIncludeTax } = view.market;
  return {
    market: { id, key, name, pricesIncludeTax },
    locale: tag,
    salesChannel: content.salesChannel,
    buyer: {
      email: content.buyer.email ?? "",
      phone: content.buyer.phone,
      customerGroup: null,
      vatId: content.buyer.vatId,
      exemption: null,
    },
    billingAddress: content.billingAddress,
    lines: view.lines.flatMap(({ line, variant, taxCategory }) =>
      variant
        ? [
            {
              id: line.id,
              variantId: line.variantId,
              productId: variant.productId,
              quantity: line.quantity,
              title: variant.title,
              slug: variant.slug,
              options: variant.options,
              sku: variant.sku,
              barcode: variant.barcode,
              imageId: variant.imageId,
              taxCategory,
              requiresShipping: variant.requiresShipping,
              weightMilligrams: variant.weightMilligrams,
              attributes: line.attributes,
            },
          ]
        : [],
    ),
    deliveryGroups: view.deliveryGroups.map((group) => deliveryGroupOf(group, requested)),
    fees: view.quote.fees.map((fee) => {
      const own = view.fees.find((one) => `fee ${one.key}` === fee.id);
      return { key: own?.key ?? fee.id, name: own?.name ?? fee.id };
    }),
    quote: view.quote,
    note: content.note,
    attributes: content.attributes,
    outsideAnswers: answersOf(view),
  };
};

/** The answers that the order is decided on, and not those about deliveries that nobody chose. */
const answersOf = ({ outside, deliveryGroups }: CartView): OrderContent["outsideAnswers"] =>
  outside.answers
    .filter(
      ({ kind, option }) =>
        kind === "TAX" || deliveryGroups.some(({ chosen }) => chosen === option),
    )
    .map(({ kind, source, service, requestedAt, question, answer }) => ({
      kind,
      source,
      service,
      requestedAt: new Date(requestedAt),
      question,
      answer,
    }));

const deliveryGroupOf = (
  { key, lines, address, offers, chosen }: DeliveryGroupView,
  requested: string | null,
): OrderContent["deliveryGroups"][number] => {
  const option = offers.find((offer) => offer.option.id === chosen)?.option ?? null;
  return {
    id: key,
    lines,
    address: option?.pickupLocation ? null : address,
    option: option && {
      id: option.id,
      key: option.key,
      name: textsIn(option, requested).name,
      pickupLocationId: option.pickupLocation,
    },
  };
};
