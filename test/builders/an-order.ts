import type { MediaId, ProductId } from "../../src/domain/catalog/ids.js";
import type { DeliveryOptionId } from "../../src/domain/delivery/ids.js";
import type { OrderContent } from "../../src/domain/orders/order-content.js";
import type { OrderDraft } from "../../src/domain/orders/order-draft.js";
import type { MarketId } from "../../src/domain/pricing/ids.js";
import type { Quote } from "../../src/domain/pricing/quote/quote.js";
import { id } from "../../src/domain/shared/id.js";
import type { PostalAddress } from "../../src/domain/shared/postal-address.js";
import {
  address,
  cart,
  charge,
  discount,
  line,
  quoteOf,
  rate,
  terms,
  zone,
} from "../domain/pricing/quote/a-cart.js";

export const ANNA: PostalAddress = {
  firstName: "Anna",
  lastName: "Müller",
  company: "Blumen & Söhne",
  line1: "Lindenstraße 5",
  line2: "Hinterhaus",
  city: "Köln",
  region: "NW",
  postalCode: "50674",
  country: "DE",
  phone: "+49 221 123456",
};

/** Two mugs and a plate with a discount, a delivery, a fee and a tax, payable in steps of 0.05. */
const mugsAndPlate = (): Quote =>
  quoteOf(
    cart([line("1", "12.90", { quantity: 2 }), line("2", "8.01")], {
      discounts: [discount("2.00", { reason: "Welcome" })],
      delivery: [charge("dhl", "4.90")],
      fees: [charge("gift-wrap", "2.50")],
      buyer: { address: address("DE"), exemption: null, paymentMethod: "manual" },
    }),
    terms({
      taxRules: { zones: [zone("de", "DE")], rates: [rate("de", "VAT", "19")] },
      payableRounding: [{ paymentMethod: null, increment: 5, mode: "HALF_UP" }],
    }),
  );

/** A quote whose total is zero. */
export const freeQuote = (): Quote => quoteOf(cart([line("1", "0.00")]), terms());

/** Content in which every field has a value. */
export const orderContent = (change: Partial<OrderContent> = {}): OrderContent => {
  const quote = change.quote ?? mugsAndPlate();
  return {
    market: {
      id: id<MarketId>("market_01h00000000000000000000001"),
      key: "de",
      name: "Germany",
      pricesIncludeTax: true,
    },
    locale: "de-DE",
    salesChannel: "WEB",
    buyer: {
      email: "anna.mueller@example.com",
      phone: "+49 221 123456",
      customerGroup: "friends",
      vatId: "DE136695976",
      exemption: "Reverse charge",
    },
    billingAddress: { ...ANNA, firstName: "José", company: null, line2: null },
    lines: quote.lines.map((priced, index) => ({
      id: priced.id,
      variantId: priced.variant,
      productId: id<ProductId>("product_01h00000000000000000000001"),
      quantity: priced.quantity,
      title: "Mug 🫖",
      slug: "mug",
      options: [{ name: "Colour", value: "Red" }],
      sku: `MUG-${index + 1}`,
      barcode: "4006381333931",
      imageId: id<MediaId>("media_01h00000000000000000000001"),
      taxCategory: "standard",
      requiresShipping: true,
      weightMilligrams: 350_000,
      attributes: { engraving: "Für Anna" },
    })),
    deliveryGroups: quote.delivery.map((_, index) => ({
      id: String(index + 1),
      lines: quote.lines.map((priced) => priced.id),
      address: ANNA,
      option: {
        id: id<DeliveryOptionId>("deliveryoption_01h00000000000000000000001"),
        key: "dhl",
        name: "DHL Paket",
        pickupLocationId: null,
      },
    })),
    fees: quote.fees.map(() => ({ key: "gift-wrap", name: "Gift wrap" })),
    quote,
    note: "Please ring twice.\nThank you!",
    attributes: { campaign: "advent" },
    outsideAnswers: [
      {
        kind: "TAX",
        source: "SERVICE",
        service: "taxes.example.com",
        requestedAt: new Date("2026-01-01T11:59:58.123Z"),
        question: { country: "DE", amounts: [1290] },
        answer: { rates: [190_000] },
      },
    ],
    ...change,
  };
};

export const PLACED_AT = new Date("2026-01-01T12:00:00.000Z");

export const orderDraft = (change: Partial<OrderDraft> = {}): OrderDraft => ({
  cartId: "cart_0123456789abcdefghjkmnpqrs",
  content: orderContent(),
  paymentMethod: "manual",
  reservationEndsAt: new Date("2026-01-01T12:30:00.000Z"),
  placedAt: PLACED_AT,
  ...change,
});
