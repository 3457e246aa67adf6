import { expect, test } from "vitest";
import { addressFormat } from "../../../../src/domain/shared/addresses/address-format.js";
import { ADDRESS_LAYOUTS } from "../../../../src/domain/shared/addresses/address-layouts.js";
import { isPostalCodeOf } from "../../../../src/domain/shared/addresses/postal-code-of.js";
import { SUBDIVISIONS } from "../../../../src/domain/shared/addresses/subdivisions.js";
import { taxRegion } from "../../../../src/domain/pricing/pricing.js";
import { COUNTRIES } from "../../../../src/domain/shared/countries.js";

const formats = [...COUNTRIES].map(addressFormat);

const formOf = (country: string): string =>
  addressFormat(country)
    .fields.filter(({ name }) => !["firstName", "lastName", "company", "phone"].includes(name))
    .map(({ name, isRequired }) => `${name}${isRequired ? "*" : ""}`)
    .join(" ");

test("addresses have the fields of their country in its order", () => {
  expect(["US", "DE", "JP", "SG", "HK", "IE"].map((country) => [country, formOf(country)])).toEqual(
    [
      ["US", "line1* line2 city* region* postalCode*"],
      ["DE", "line1* line2 postalCode* city*"],
      ["JP", "postalCode* region* city* line1* line2"],
      ["SG", "line1* line2 postalCode*"],
      ["HK", "city line1* line2"],
      ["IE", "line1* line2 city* region postalCode"],
    ],
  );
});

test("a country that is not in the table needs a street and a city", () => {
  expect(formOf("AQ")).toBe("line1* line2 city*");
  expect(addressFormat("XX").fields.filter(({ isRequired }) => isRequired)).toMatchObject([
    { name: "lastName" },
    { name: "line1" },
    { name: "city" },
  ]);
});

test("fields have the names that the country gives them", () => {
  const labels = (country: string) =>
    addressFormat(country)
      .fields.map(({ label }) => label)
      .filter((label) => !/NAME|LINE|COMPANY|PHONE/.test(label));

  expect(labels("US")).toEqual(["CITY", "STATE", "ZIP_CODE"]);
  expect(labels("AU")).toEqual(["SUBURB", "STATE", "POSTCODE"]);
  expect(labels("GB")).toEqual(["POST_TOWN", "POSTCODE"]);
  expect(labels("IN")).toEqual(["CITY", "PIN_CODE", "STATE"]);
  expect(labels("JP")).toEqual(["POSTAL_CODE", "PREFECTURE", "CITY"]);
  expect(labels("CA")).toEqual(["CITY", "PROVINCE", "POSTAL_CODE"]);
});

test("the table has each country of ISO 3166 at most once", () => {
  const countries = ADDRESS_LAYOUTS.trim()
    .split("\n")
    .flatMap((line) => line.split(" ").slice(2))
    .map((entry) => entry.split(":")[0] ?? "");

  expect(countries.filter((country) => !COUNTRIES.has(country))).toEqual([]);
  expect(new Set(countries).size).toBe(countries.length);
});

test("the example of each postal code has its pattern", () => {
  const others = formats.filter(
    ({ postalCodePattern: pattern, postalCodeExample: example }) =>
      (pattern === null) !== (example === null) ||
      (pattern !== null && !new RegExp(`^(?:${pattern})$`, "u").test(example ?? "")),
  );

  expect(others.map(({ country }) => country)).toEqual([]);
});

test("the example of each postal code is one of its country, however it is divided", () => {
  const refused = formats.flatMap(({ country, postalCodeExample: example }) =>
    example === null
      ? []
      : [example, example.toLowerCase(), example.replaceAll(/[\s-]/g, ""), [...example].join(" ")]
          .filter((code) => !isPostalCodeOf(country, code))
          .map((code) => [country, code]),
  );

  expect(refused).toEqual([]);
  expect(formats.filter(({ country }) => isPostalCodeOf(country, "#")).length).toBeLessThan(80);
});

test("the countries whose addresses name a region have a list of them, as addresses take it", () => {
  for (const { country, fields, subdivisions } of formats) {
    const isNamed = fields.some(({ name }) => name === "region");
    expect([country, subdivisions.length > 1]).toEqual([country, isNamed]);
    const codes = subdivisions.map(({ code }) => code);
    expect(codes.map((code) => taxRegion(code, country))).toEqual(codes);
    expect(new Set(codes).size).toBe(codes.length);
    expect(subdivisions.filter(({ name }) => name === "")).toEqual([]);
  }
  expect(Object.keys(SUBDIVISIONS).filter((country) => !COUNTRIES.has(country))).toEqual([]);
});
