import type { PreparedIds, Samples } from "./sample.js";

const ZONE = "deliveryZone { id key name version areas { country region postalCodes } }";
const OPTION =
  "deliveryOption { id key name kind position version rates { currency price { amount } steps { from upTo price { amount } } } zones { key } }";
const RATES = [{ currency: "EUR", price: "4.90" }];

/** Samples of the mutations of delivery. */
export const deliverySamples = ({
  delivery: { sweden, norway, flat, pickup },
}: PreparedIds): Samples => ({
  deliveryZoneCreate: {
    input: { zone: { key: "islands", areas: [{ country: "SE", postalCodes: ["62*"] }] } },
    other: { zone: { key: "dk", areas: [{ country: "DK" }] } },
    refused: { zone: { key: "scandinavia", areas: [{ country: "NO" }] } },
    selection: ZONE,
  },
  deliveryZoneUpdate: {
    input: { id: sweden, changes: { name: "Sweden" } },
    other: { id: norway, changes: { name: "Norway" } },
    refused: { id: sweden, changes: { areas: [] } },
    selection: ZONE,
  },
  deliveryZoneDelete: {
    input: { id: sweden },
    other: { id: "deliveryzone_01h00000000000000000000099" },
    refused: { id: norway },
    selection: "deletedDeliveryZoneId",
  },
  deliveryOptionCreate: {
    input: {
      option: {
        key: "parcel",
        kind: "BY_WEIGHT",
        rates: [{ currency: "EUR", steps: [{ from: "0", upTo: "2000", price: "4.90" }] }],
      },
    },
    other: { option: { key: "express", kind: "FLAT", rates: RATES } },
    refused: { option: { key: "flat", kind: "FLAT", rates: RATES } },
    selection: OPTION,
  },
  deliveryOptionUpdate: {
    input: { id: flat, changes: { name: "Parcel", zoneIds: [norway, sweden] } },
    other: { id: pickup, changes: { position: 0 } },
    refused: { id: flat, changes: { rates: [{ currency: "USD", price: "1.00" }] } },
    selection: OPTION,
  },
  deliveryOptionsUpdate: {
    input: {
      items: [
        { id: flat, changes: { position: 2 } },
        { id: pickup, changes: { position: 1 } },
      ],
    },
    other: { items: [{ id: pickup, changes: { isActive: false } }] },
    refused: {
      items: [
        { id: flat, changes: { position: 2 } },
        { id: pickup, expectedVersion: 99, changes: { position: 1 } },
      ],
    },
    selection: "results { index deliveryOption { id position version } userErrors { code path } }",
  },
  deliveryOptionDelete: {
    input: { id: flat },
    other: { id: pickup },
    refused: { id: "deliveryoption_01h00000000000000000000099" },
    selection: "deletedDeliveryOptionId",
  },
});
