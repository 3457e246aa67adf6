import { expect, test } from "vitest";
import { addressLines } from "../../../../src/domain/shared/addresses/address-lines.js";
import type { PostalAddress } from "../../../../src/domain/shared/postal-address.js";

const address = (parts: Partial<PostalAddress>): PostalAddress => ({
  firstName: "Ada",
  lastName: "Lovelace",
  company: null,
  line1: "1 Main Street",
  line2: null,
  city: "Springfield",
  region: null,
  postalCode: null,
  country: "US",
  phone: "+1 555 0100",
  ...parts,
});

const rest = (parts: Partial<PostalAddress>): readonly string[] =>
  addressLines(address({ ...parts, firstName: null, lastName: null }));

test("a name and a company come first, and no phone number is among them", () => {
  expect(addressLines(address({ company: "Analytical Engines", line2: "Floor 2" }))).toEqual([
    "Ada Lovelace",
    "Analytical Engines",
    "1 Main Street",
    "Floor 2",
    "Springfield",
  ]);
  expect(addressLines(address({ firstName: null }))[0]).toBe("Lovelace");
});

test("city, region and postal code are in the order of the country", () => {
  const of = (country: string) => rest({ country, postalCode: "12345" }).join(", ");

  expect(of("US")).toBe("1 Main Street, Springfield 12345");
  expect(of("DE")).toBe("1 Main Street, 12345 Springfield");
  expect(of("HU")).toBe("Springfield, 1 Main Street, 12345");
});

test("a region is written as in its country: as a code, or as a name in the letters of the rest", () => {
  expect(rest({ region: "IL", postalCode: "62704" })).toEqual([
    "1 Main Street",
    "Springfield IL 62704",
  ]);
  expect(rest({ country: "JP", region: "13", city: "Setagaya", postalCode: "154-0023" })).toEqual([
    "154-0023 Tokyo Setagaya",
    "1 Main Street",
  ]);
  expect(
    rest({
      country: "JP",
      region: "13",
      city: "世田谷区",
      line1: "若林1-2",
      postalCode: "154-0023",
    }),
  ).toEqual(["154-0023 東京都 世田谷区", "若林1-2"]);
});

test("what the form of a country does not ask for is kept, at the end", () => {
  expect(rest({ country: "HK", city: "Kowloon", postalCode: "999077" })).toEqual([
    "Kowloon",
    "1 Main Street",
    "999077",
  ]);
  expect(rest({ country: "DE", region: "XY" })).toEqual(["1 Main Street", "Springfield XY"]);
});
