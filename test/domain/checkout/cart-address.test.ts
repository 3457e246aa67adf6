import { expect, test } from "vitest";
import { cartAddress } from "../../../src/domain/checkout/cart-address.js";
import { addressFormat } from "../../../src/domain/shared/addresses/address-format.js";
import { COUNTRIES } from "../../../src/domain/shared/countries.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";

const regionOf = (country: string, region: string) => cartAddress({ country, region }).region;

test("a region is stored by its code, whether its code or its name is written", () => {
  expect(["NY", "us-ny", "New York", " new  york "].map((one) => regionOf("us", one))).toEqual(
    Array(4).fill("NY"),
  );
  expect(regionOf("BR", "Sao Paulo")).toBe("SP");
  expect(regionOf("JP", "東京都")).toBe("13");
  expect(regionOf("DE", "by")).toBe("BY");
});

test("each region of the table is found by its code, and by its name where that is one of its country", () => {
  const others = [...COUNTRIES].flatMap((country) => {
    const { subdivisions } = addressFormat(country);
    const isUnique = (name: string) => subdivisions.filter((one) => one.name === name).length === 1;
    return subdivisions
      .filter(({ code, name }) =>
        [code, ...(isUnique(name) ? [name] : [])].some(
          (written) => regionOf(country, written) !== code,
        ),
      )
      .map(({ code }) => [country, code]);
  });

  expect(others).toEqual([]);
});

test("what is no code of a region is refused with the codes of its country", () => {
  const messages = (country: string) => {
    try {
      return regionOf(country, "Bavaria");
    } catch (error) {
      return errorsOf(error).map(({ message }) => message);
    }
  };

  expect(messages("AU")).toEqual([
    '"Bavaria" is not a region. Use one of ACT, NSW, NT, QLD, SA, TAS, VIC, WA.',
  ]);
  expect(messages("DE")).toEqual([
    '"Bavaria" is not a region. Use the part of its ISO 3166-2 code after the hyphen, such as QC or NY.',
  ]);
});

test("a postal code stays as it is written", () => {
  expect(cartAddress({ country: "GB", postalCode: " sw1a 1aa" }).postalCode).toBe("sw1a 1aa");
});
