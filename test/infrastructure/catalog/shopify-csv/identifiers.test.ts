import { describe, expect, test } from "vitest";
import {
  readBarcode,
  readSku,
  writtenBarcode,
  writtenSku,
} from "../../../../src/infrastructure/catalog/shopify-csv/as-written.js";
import { csv, readCsv } from "../../../builders/csv-file.js";

const HEADER = "Handle;Title;Option1 Name;Option1 Value;Variant SKU;Variant Barcode;Variant Price";
const issuesOf = async (row: string) =>
  (await readCsv(csv(HEADER, row))).all.flatMap(({ defects, warnings }) =>
    [...defects, ...warnings].map(({ code, line, column, value }) => [code, line, column, value]),
  );
const variantOf = async (row: string) =>
  (await readCsv(csv(HEADER, row))).all[0]?.record?.variants[0];

describe("an identifier in a file", () => {
  test.each([
    "1.23E+11",
    "1,23457E+12",
    "4E+12",
    "4.5e+3",
    "1.5E12",
    "-1.2E+05",
    "####",
    "#NAME?",
    "#REF!",
    "#N/A",
    "#WERT!",
  ])(
    "that a spreadsheet has turned into %s is refused; an option value is named and kept",
    async (value) => {
      const destroyed = (column: string) => ["IDENTIFIER_DESTROYED", 2, column, value];
      expect(await issuesOf(`hat;Hat;;;${value};;1`)).toEqual([destroyed("Variant SKU")]);
      expect(await issuesOf(`hat;Hat;;;;${value};1`)).toEqual([destroyed("Variant Barcode")]);
      expect(await issuesOf(`hat;Hat;Size;${value};;;1`)).toEqual([
        ["IDENTIFIER_DOUBTFUL", 2, "Option1 Value", value],
      ]);
      expect(await issuesOf(`${value};Hat;;;;;1`)).toEqual([destroyed("Handle")]);
    },
  );

  test.each([
    "2-Mar",
    "Jan 23",
    "01. Mrz",
    "3-Mai-24",
    "Dec-12",
    "2026-03-02",
    "3/2/26",
    "12345.0",
  ])("such as %s is named and kept", async (value) => {
    const doubtful = (column: string) => ["IDENTIFIER_DOUBTFUL", 2, column, value];
    expect(await issuesOf(`hat;Hat;;;${value};;1`)).toEqual([doubtful("Variant SKU")]);
    expect(await issuesOf(`hat;Hat;Size;${value};;;1`)).toEqual([doubtful("Option1 Value")]);
    expect(await variantOf(`hat;Hat;;;${value};;1`)).toMatchObject({ sku: value });
  });

  test.each([
    ["40063813339.0", "IDENTIFIER_DESTROYED"],
    ["4.006.381.333.931", "IDENTIFIER_DESTROYED"],
    ["4,006,381,333,931", "IDENTIFIER_DESTROYED"],
    ["36000291452", "IDENTIFIER_DOUBTFUL"],
    ["8720600000000", "IDENTIFIER_DOUBTFUL"],
  ])("and barcode such as %s is recognised by its digits: %s", async (value, code) => {
    expect(await issuesOf(`hat;Hat;;;;${value};1`)).toEqual([[code, 2, "Variant Barcode", value]]);
  });

  test.each(["4006381333931", "036000291452", "96385074", "0306406152", "ABC-1E5", "12", "'0123"])(
    "such as %s is in order",
    async (value) => {
      expect(await issuesOf(`hat;Hat;;;;${value};1`)).toEqual([]);
    },
  );

  test("that is protected as a formula is read as it is meant, and a formula stays a text", async () => {
    expect(await variantOf('hat;Hat;;;"=""0123""";"=""036000291452""";1')).toMatchObject({
      sku: "0123",
      barcode: "036000291452",
    });
    expect(await variantOf(`hat;Hat;;;"'=""0123""";"'=""0123""";1`)).toMatchObject({
      sku: '="0123"',
      barcode: '="0123"',
    });
  });
});

describe("an identifier of the shop that looks destroyed", () => {
  const DESTROYED = ["1E+5", "####", "#N/A", "-1.2E+05", "+4E+12"];
  const BARCODES = [...DESTROYED, "40063813339.0", "4.006.381.333.931"];

  test.each(DESTROYED)("is exported so that it is imported as it was: %s", async (value) => {
    const row = `hat;Hat;;;${writtenSku(value)};${writtenBarcode(value)};1`;

    expect(await issuesOf(row)).toEqual([]);
    expect(await variantOf(row)).toMatchObject({ sku: value, barcode: value });
  });

  test("is read back with each of its apostrophes", () => {
    for (const value of [...DESTROYED, "A-1", "=1+1", "'Til"])
      for (const own of [value, `'${value}`, `''${value}`])
        expect(readSku(writtenSku(own))).toBe(own);
    for (const value of [...BARCODES, "4006381333931", "=1"])
      for (const own of [value, `'${value}`, `''${value}`])
        expect(readBarcode(writtenBarcode(own))).toBe(own);
  });

  test("is refused where a spreadsheet has opened the file and changed it", async () => {
    expect(await issuesOf("hat;Hat;;;1.00E+05;;1")).toEqual([
      ["IDENTIFIER_DESTROYED", 2, "Variant SKU", "1.00E+05"],
    ]);
  });

  test("is refused as a barcode with the one apostrophe that other programs put before all", async () => {
    expect(await issuesOf("hat;Hat;;;;'9.78E+12;1")).toEqual([
      ["IDENTIFIER_DESTROYED", 2, "Variant Barcode", "9.78E+12"],
    ]);
  });
});
