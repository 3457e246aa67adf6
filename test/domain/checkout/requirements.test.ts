import { expect, test } from "vitest";
import { cartAddress, type AddressRequest } from "../../../src/domain/checkout/cart-address.js";
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
const BERLIN = cartAddress({
  lastName: "Doe",
  line1: "Street 1",
  postalCode: "10115",
  city: "Berlin",
  country: "de",
});
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

const lacking = (address: AddressRequest) =>
  requirementsOf({ ...COMPLETE, shippingAddress: cartAddress(address) }, FINE).flatMap(
    ({ fields }) => fields.map((path) => path.join(" ")),
  );
const mended = (address: Partial<AddressRequest>, part = "shippingAddress") =>
  requirementsOf(
    {
      ...COMPLETE,
      [part]: cartAddress({ ...BERLIN, city: "Town", ...address }),
    },
    FINE,
  ).map(({ code, message, cartPath, fields }) => ({ code, message, cartPath, fields }));

test("an address needs the fields that its country requires, in the order of its form", () => {
  const found = (country: string) =>
    requirementsOf({ ...COMPLETE, shippingAddress: cartAddress({ country }) }, FINE);

  expect(found("DE")).toMatchObject([
    { code: "ADDRESS_INCOMPLETE", missing: ["lastName", "line1", "postalCode", "city"] },
  ]);
  expect(found("US")).toMatchObject([
    { missing: ["lastName", "line1", "city", "region", "postalCode"] },
  ]);
  expect(found("AE")).toMatchObject([{ missing: ["lastName", "line1", "region"] }]);
  expect(found("AQ")).toMatchObject([{ missing: ["lastName", "line1", "city"] }]);
});

test("a first name or a company is as good as a last name", () => {
  const address = { line1: "Street 1", city: "Town", country: "AQ" };

  expect(lacking({ ...address, firstName: "Jo" })).toEqual([]);
  expect(lacking({ ...address, company: "Doe Ltd" })).toEqual([]);
  expect(lacking(address)).toEqual(["shippingAddress lastName"]);
});

test("a postal code has the pattern of its country, in the billing address too", () => {
  expect(mended({ country: "DE", postalCode: "1011" })).toEqual([
    {
      code: "POSTAL_CODE_INVALID",
      message: '"1011" is no postal code of DE. Enter one such as 26133.',
      cartPath: ["shippingAddress", "postalCode"],
      fields: [["shippingAddress", "postalCode"]],
    },
  ]);
  expect(mended({ country: "CH", postalCode: "10115" }, "billingAddress")).toMatchObject([
    { code: "POSTAL_CODE_INVALID", fields: [["billingAddress", "postalCode"]] },
  ]);
});

test.each([
  ["GB", "sw1a 1aa"],
  ["GB", "SW1A1AA"],
  ["PL", "00 950"],
  ["LV", "lv1073"],
  ["JP", "１５４－００２３"],
  ["IE", null],
  ["AQ", "anything"],
])("in %s the postal code %s needs no change", (country, postalCode) => {
  expect(mended({ country, postalCode, region: country === "JP" ? "13" : null })).toEqual([]);
});

test("a region is one of those of its country, and a refusal names them", () => {
  expect(mended({ country: "CA", postalCode: "H3Z 2Y7", region: "XX" })).toEqual([
    {
      code: "REGION_UNKNOWN",
      message:
        '"XX" is no region of CA. Use one of AB, BC, MB, NB, NL, NS, NT, NU, ON, PE, QC, SK, YT.',
      cartPath: ["shippingAddress", "region"],
      fields: [["shippingAddress", "region"]],
    },
  ]);
  expect(mended({ country: "CA", postalCode: "H3Z 2Y7", region: "ca-qc" })).toEqual([]);
  expect(mended({ country: "DE", region: "XX" })).toEqual([]);
});

test("an address needs no city where addresses name none", () => {
  const address = { lastName: "Doe", line1: "Street 1" };

  expect(lacking({ ...address, country: "SG", postalCode: "546080" })).toEqual([]);
  expect(lacking({ ...address, country: "DE", postalCode: "10115" })).toEqual([
    "shippingAddress city",
  ]);
});

test("a requirement names the fields of the inputs that meet it", () => {
  const found = requirementsOf(
    {
      ...COMPLETE,
      lines: [line("1", 2)],
      buyer: { ...COMPLETE.buyer, email: null },
      shippingAddress: { ...BERLIN, city: "" },
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
