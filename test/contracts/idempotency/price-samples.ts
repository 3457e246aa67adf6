import { variantId } from "../../builders/product-content.js";
import {
  CUSTOMER_GROUP,
  GREEN,
  MARKET,
  LIST_PRICES,
  NONE,
  PRICE_LIST,
  PRICES,
  RED,
  VARIANTS,
} from "./sample-ids.js";
import type { PreparedIds, Samples } from "./sample.js";

/** Samples of the mutations of markets, price lists and prices. */
export const priceSamples = ({
  sale,
  francs,
  spare,
  swiss,
  austrian,
  wholesale,
  staff,
}: PreparedIds): Samples => ({
  marketCreate: {
    input: { market: { key: "li", countries: ["LI"], priceListId: francs, locales: ["de-li"] } },
    other: { market: { key: "lu" } },
    refused: { market: { key: "ch", countries: ["CH"], currency: "JPY" } },
    selection: MARKET,
  },
  marketUpdate: {
    input: { id: swiss, changes: { name: "Switzerland" } },
    other: { id: austrian, changes: { countries: ["AT", "LI"] } },
    refused: { id: swiss, changes: { priceListId: null } },
    selection: MARKET,
  },
  marketDelete: {
    input: { id: swiss },
    other: { id: austrian },
    refused: { id: NONE },
    selection: "deletedMarketId",
  },
  priceListCreate: {
    input: { priceList: { key: "yen", currency: "JPY" } },
    other: { priceList: { key: "wholesale" } },
    refused: { priceList: { key: "francs" } },
    selection: PRICE_LIST,
  },
  priceListUpdate: {
    input: { id: francs, changes: { name: "Francs" } },
    other: { id: spare, changes: { name: "Spare" } },
    refused: { id: francs, expectedVersion: 99, changes: { name: "x" } },
    selection: PRICE_LIST,
  },
  priceListDelete: {
    input: { id: spare },
    other: { id: NONE },
    refused: { id: francs },
    selection: "deletedPriceListId",
  },
  customerGroupCreate: {
    input: { customerGroup: { key: "retail" } },
    other: { customerGroup: { key: "friends", name: "Friends" } },
    refused: { customerGroup: { key: "wholesale" } },
    selection: CUSTOMER_GROUP,
  },
  customerGroupUpdate: {
    input: { id: wholesale, changes: { name: "Wholesale buyers" } },
    other: { id: staff, changes: { name: "Our staff" } },
    refused: { id: wholesale, changes: { key: "staff" } },
    selection: CUSTOMER_GROUP,
  },
  customerGroupDelete: {
    input: { id: wholesale },
    other: { id: staff },
    refused: { id: NONE },
    selection: "deletedCustomerGroupId",
  },
  priceListPricesSet: {
    input: {
      priceListId: francs,
      items: [{ variantId: variantId(10), price: "34.00", compareAtPrice: "39.00" }],
    },
    other: { priceListId: spare, items: [{ variantId: GREEN, price: "1.00" }] },
    refused: {
      priceListId: francs,
      items: [
        { variantId: RED, price: "7.00" },
        { variantId: variantId(999), price: "7.00" },
      ],
    },
    selection: LIST_PRICES,
  },
  priceListPricesRemove: {
    input: { priceListId: francs, items: [{ variantId: variantId(10) }] },
    other: { priceListId: spare, items: [{ variantId: GREEN }] },
    refused: { priceListId: NONE, items: [{ variantId: RED }] },
    selection: LIST_PRICES,
  },
  variantPricesSet: {
    input: { items: [{ variantId: RED, price: "7.00" }] },
    other: { items: [{ variantId: GREEN, cost: null }] },
    refused: { items: [{ variantId: RED, expectedVersion: 9, price: "7.00" }] },
    selection: PRICES,
  },
  variantsUpdate: {
    input: {
      items: [
        { id: RED, changes: { price: "7.00" } },
        { id: variantId(10), changes: { sku: "ART-1" } },
      ],
    },
    other: { items: [{ id: GREEN, changes: { cost: "1.00" } }] },
    refused: {
      items: [
        { id: RED, changes: { price: "7.00" } },
        { id: variantId(999), changes: { price: "7.00" } },
      ],
    },
    selection: VARIANTS,
  },
  variantPriceSchedule: {
    input: {
      variantId: RED,
      at: "2026-02-01T00:00:00Z",
      until: "2026-02-08T00:00:00Z",
      price: "4.00",
    },
    other: { variantId: GREEN, at: "2026-02-01T00:00:00Z", price: "3.00" },
    refused: { variantId: RED, at: "2020-01-01T00:00:00Z", price: "4.00" },
    selection: "scheduledPrice { id at price { amount } }",
  },
  variantPriceScheduleCancel: {
    input: { id: sale },
    other: { id: NONE },
    refused: { id: "work_01h00000000000000000000099" },
    selection: "scheduledPrice { id } variant { id }",
  },
});
