import { expect, test } from "vitest";
import { cartAddress } from "../../../src/domain/checkout/cart-address.js";
import type { CartContent } from "../../../src/domain/checkout/cart-content.js";
import type { CartLineId } from "../../../src/domain/checkout/ids.js";
import {
  cartStatus,
  requirementsOf,
  type CartFindings,
} from "../../../src/domain/checkout/requirements.js";
import type { MarketId } from "../../../src/domain/pricing/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { variantId } from "../../builders/product-content.js";

const MUG = variantId(10);
const BERLIN = cartAddress({ lastName: "Doe", line1: "Street 1", city: "Berlin", country: "de" });
const line = (name: string, quantity = 1, attributes = {}) => ({
  id: id<CartLineId>(name),
  variantId: MUG,
  quantity,
  attributes,
  seen: null,
});
const COMPLETE: CartContent = {
  market: id<MarketId>("market"),
  salesChannel: "WEB",
  lines: [line("1")],
  buyer: { email: "jo@example.com", phone: null, vatId: null },
  shippingAddress: BERLIN,
  billingAddress: null,
  delivery: [],
  note: null,
  attributes: {},
};
const FINE: CartFindings = {
  saleOf: () => "FOR_SALE",
  availableOf: () => null,
  servesCountry: () => true,
  delivery: "SENT",
  areTaxesExpired: false,
  isEstimateRefused: false,
};

const of = (cart: Partial<CartContent> = {}, findings: Partial<CartFindings> = {}) => {
  const found = requirementsOf({ ...COMPLETE, ...cart }, { ...FINE, ...findings });
  return [cartStatus(found), ...found.map(({ code, cartPath }) => [code, ...cartPath].join(" "))];
};

test("a cart that lacks nothing is ready", () => {
  expect(of()).toEqual(["READY"]);
});

test("an empty cart lacks lines and an e-mail address, but no address and no delivery", () => {
  expect(
    of(
      { lines: [], buyer: { ...COMPLETE.buyer, email: null }, shippingAddress: null },
      { delivery: "NOT_NEEDED" },
    ),
  ).toEqual(["INCOMPLETE", "CART_EMPTY lines", "EMAIL_MISSING buyer email"]);
});

test("the units of all lines of a variant are compared with what is available", () => {
  const lines = [line("1", 2), line("2", 2, { text: "Jo" })];

  expect(of({ lines }, { availableOf: () => 4 })).toEqual(["READY"]);
  expect(of({ lines }, { availableOf: () => 3 })).toEqual([
    "NEEDS_BUYER",
    "INSUFFICIENT_STOCK lines 0",
    "INSUFFICIENT_STOCK lines 1",
  ]);
});

test("a variant that is not sold, and one without a price, need the buyer", () => {
  expect(of({}, { saleOf: () => "UNAVAILABLE" })).toEqual([
    "NEEDS_BUYER",
    "VARIANT_UNAVAILABLE lines 0",
  ]);
  expect(of({}, { saleOf: () => "WITHOUT_PRICE" })).toEqual([
    "NEEDS_BUYER",
    "LINE_WITHOUT_PRICE lines 0",
  ]);
});

test("an address to deliver to is required for what is sent, and any address for the rest", () => {
  expect(of({ shippingAddress: null })).toEqual([
    "INCOMPLETE",
    "SHIPPING_ADDRESS_MISSING shippingAddress",
  ]);
  for (const delivery of ["NOT_NEEDED", "COLLECTED"] as const) {
    expect(of({ shippingAddress: null }, { delivery })).toEqual([
      "INCOMPLETE",
      "BILLING_ADDRESS_MISSING billingAddress",
    ]);
    expect(of({ shippingAddress: null, billingAddress: BERLIN }, { delivery })).toEqual(["READY"]);
  }
});

test("an address needs a name, a line and a city", () => {
  const found = requirementsOf(
    { ...COMPLETE, shippingAddress: cartAddress({ country: "DE" }) },
    FINE,
  );

  expect(found).toMatchObject([
    { code: "ADDRESS_INCOMPLETE", missing: ["lastName", "line1", "city"] },
  ]);
});

test("an address needs no city where addresses name none", () => {
  const lacking = (country: string) =>
    requirementsOf(
      {
        ...COMPLETE,
        shippingAddress: cartAddress({ lastName: "Doe", line1: "Street 1", country }),
      },
      FINE,
    ).flatMap(({ fields }) => fields);

  expect(lacking("SG")).toEqual([]);
  expect(lacking("DE")).toEqual([["shippingAddress", "city"]]);
});

test("a requirement names the fields of the inputs that meet it", () => {
  const found = requirementsOf(
    {
      ...COMPLETE,
      lines: [line("1", 2)],
      buyer: { ...COMPLETE.buyer, email: null },
      shippingAddress: cartAddress({ lastName: "Doe", line1: "Street 1", country: "DE" }),
    },
    { ...FINE, availableOf: () => 1, delivery: "NOT_CHOSEN" },
  );

  expect(found.map(({ code, fields }) => [code, fields])).toEqual([
    ["INSUFFICIENT_STOCK", []],
    ["EMAIL_MISSING", [["email"]]],
    ["ADDRESS_INCOMPLETE", [["shippingAddress", "city"]]],
    ["DELIVERY_OPTION_MISSING", [["deliveryOptionId"]]],
  ]);
  const [withoutAddress] = requirementsOf({ ...COMPLETE, shippingAddress: null }, FINE);
  expect(withoutAddress?.fields).toEqual([["shippingAddress", "country"]]);
});

test("a country that the market does not serve needs the buyer", () => {
  expect(of({}, { servesCountry: () => false })).toEqual([
    "NEEDS_BUYER",
    "COUNTRY_NOT_SERVED shippingAddress country",
  ]);
});

test.each([
  ["NOTHING_OFFERED", "NEEDS_BUYER", "DELIVERY_UNAVAILABLE deliveryGroups 0"],
  ["UNAVAILABLE", "NEEDS_BUYER", "DELIVERY_UNAVAILABLE deliveryGroups 0"],
  ["NOT_CHOSEN", "INCOMPLETE", "DELIVERY_OPTION_MISSING deliveryGroups 0"],
  ["EXPIRED", "INCOMPLETE", "QUOTE_EXPIRED deliveryGroups 0"],
] as const)("a delivery that is %s makes a cart %s", (delivery, ...expected) => {
  expect(of({}, { delivery })).toEqual(expected);
});
