import { NONE } from "./sample-ids.js";
import type { PreparedIds, Samples } from "./sample.js";

const CATEGORY = "taxCategory { id key name isDefault version }";
const ZONE = "taxZone { id key name areas { country region postalCodes } chargeTaxation version }";
const RATE =
  "taxRate { id zone { key } category { key } tax percentage isCompound from until version }";

/** Samples of the mutations of taxes. */
export const taxSamples = ({ taxes }: PreparedIds): Samples => ({
  taxCategoryCreate: {
    input: { taxCategory: { key: "food", name: "Food" } },
    other: { taxCategory: { key: "drinks" } },
    refused: { taxCategory: { key: "food", isDefault: true } },
    selection: CATEGORY,
  },
  taxCategoryUpdate: {
    input: { id: taxes.category, changes: { name: "Standard goods" } },
    other: { id: taxes.spareCategory, changes: { name: "Books" } },
    refused: { id: taxes.spareCategory, changes: { isDefault: true } },
    selection: CATEGORY,
  },
  taxCategoryDelete: {
    input: { id: taxes.spareCategory },
    other: { id: NONE },
    refused: { id: taxes.category },
    selection: "deletedTaxCategoryId",
  },
  taxZoneCreate: {
    input: { taxZone: { key: "quebec", areas: [{ country: "CA", region: "QC" }] } },
    other: { taxZone: { key: "france", areas: [{ country: "FR" }] } },
    refused: { taxZone: { key: "nowhere", areas: [] } },
    selection: ZONE,
  },
  taxZoneUpdate: {
    input: { id: taxes.zone, changes: { chargeTaxation: "HIGHEST_RATE" } },
    other: { id: taxes.spareZone, changes: { name: "Austria" } },
    refused: { id: taxes.spareZone, changes: { areas: [{ country: "DE" }] } },
    selection: ZONE,
  },
  taxZoneDelete: {
    input: { id: taxes.spareZone },
    other: { id: NONE },
    refused: { id: taxes.zone },
    selection: "deletedTaxZoneId",
  },
  taxRateCreate: {
    input: {
      taxRate: { zone: "austria", category: "standard", tax: "VAT", percentage: "20" },
    },
    other: { taxRate: { zone: "germany", category: "books", tax: "VAT", percentage: "7" } },
    refused: {
      taxRate: { zone: "germany", category: "standard", tax: "VAT", percentage: "19" },
    },
    selection: RATE,
  },
  taxRateUpdate: {
    input: { id: taxes.spareRate, changes: { percentage: "19.5" } },
    other: { id: taxes.rate, changes: { tax: "Sales tax" } },
    refused: { id: taxes.rate, changes: { until: null } },
    selection: RATE,
  },
  taxRatesCreate: {
    input: {
      items: [
        { zone: "austria", category: "standard", tax: "VAT", percentage: "20" },
        { zone: "austria", category: "books", tax: "VAT", percentage: "10" },
      ],
    },
    other: { items: [{ zone: "austria", category: "books", tax: "VAT", percentage: "13" }] },
    refused: {
      items: [
        { zone: "austria", category: "standard", tax: "VAT", percentage: "20" },
        { zone: "austria", category: "standard", tax: "VAT", percentage: "13" },
      ],
    },
    selection: `results { index ${RATE} userErrors { code path } }`,
  },
  taxRatesUpdate: {
    input: {
      items: [
        { id: taxes.spareRate, changes: { percentage: "19.5" } },
        { id: taxes.rate, changes: { tax: "Sales tax" } },
      ],
    },
    other: { items: [{ id: taxes.rate, changes: { tax: "Levy" } }] },
    refused: { items: [{ id: taxes.rate, expectedVersion: 99, changes: { tax: "Levy" } }] },
    selection: `results { index ${RATE} userErrors { code path } }`,
  },
  taxRateDelete: {
    input: { id: taxes.rate },
    other: { id: taxes.spareRate },
    refused: { id: NONE },
    selection: "deletedTaxRateId",
  },
});
