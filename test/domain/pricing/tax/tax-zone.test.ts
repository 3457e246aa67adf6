import { describe, expect, test } from "vitest";
import {
  InvalidPostalCodes,
  matchesPostalCodes,
  overlapInCodes,
  postalCodes,
} from "../../../../src/domain/shared/postal-codes.js";
import {
  checkZoneApart,
  taxZone,
  zoneOf,
  type TaxArea,
  type TaxZone,
} from "../../../../src/domain/pricing/tax/tax-zone.js";
import { errorsOf } from "../../../../src/domain/shared/domain-error.js";
import { address } from "../quote/a-cart.js";

const area = (
  country: string,
  region: string | null = null,
  codes: readonly string[] = [],
): TaxArea => ({ country, region, postalCodes: codes });
const zone = (key: string, ...areas: readonly TaxArea[]): TaxZone => ({
  key,
  areas,
  chargeTaxation: "OWN_CATEGORY",
});
const refusalsOf = (action: () => unknown) => {
  try {
    action();
    return [];
  } catch (error) {
    return errorsOf(error).map((one) => [one.code, one.path.join(".")]);
  }
};

describe("postal codes", () => {
  test.each([
    ["97*", "97410", true],
    ["97*", "98000", false],
    ["1000..1999", "1500", true],
    ["1000..1999", "1999", true],
    ["1000..1999", "2000", false],
    ["1000..2999", "1A00", false],
    ["1000..1999", "15000", false],
    ["SW1A1AA", "sw1a 1aa", true],
    ["9021*", "90210-1234", true],
    ["90210", "9021", false],
  ])("of the pattern %s: %s %j", (pattern, code, isMatch) => {
    expect(matchesPostalCodes(pattern, code)).toBe(isMatch);
  });

  test.each([
    ["12*", "1000..1199", false],
    ["12*", "1000..1200", true],
    ["12345*", "1000..1999", false],
    ["9*", "97*", true],
    ["97*", "98*", false],
    ["1000..1500", "1500..2000", true],
    ["1000..1499", "1500..2000", false],
    ["100..199", "1000..1999", false],
    ["97410", "97*", true],
    ["AB1", "AB1", true],
    ["A*", "1000..1999", false],
  ])("of two patterns overlap or not: %s and %s %j", (one, other, isOverlap) => {
    expect(overlapInCodes(one, other)).toBe(isOverlap);
    expect(overlapInCodes(other, one)).toBe(isOverlap);
  });

  test("are stored in capitals without spaces", () => {
    expect(postalCodes("sw1a 1*")).toBe("SW1A1*");
    expect(postalCodes("1000 .. 1999")).toBe("1000..1999");
  });

  test.each(["", "*", "1000..", "2000..1000", "100..1000", "A..B", "9*1", "9**", "1..2..3", "😀"])(
    "cannot be described by %j",
    (pattern) => {
      expect(() => postalCodes(pattern)).toThrow(InvalidPostalCodes);
    },
  );
});

describe("a tax zone", () => {
  const zones = [
    zone("germany", area("DE")),
    zone("canada", area("CA")),
    zone("quebec", area("CA", "QC")),
    zone("helgoland", area("DE", null, ["27498"])),
    zone("montreal", area("CA", "QC", ["H*"])),
  ];

  test.each([
    [address("DE", "HH", "20095"), "germany"],
    [address("DE", null, "27498"), "helgoland"],
    [address("CA", "ON"), "canada"],
    [address("CA", "QC", "G1A 0A1"), "quebec"],
    [address("CA", "QC", "H2X 1Y4"), "montreal"],
    [address("CA"), "canada"],
    [address("US", "NY"), undefined],
  ])("is the narrowest one around an address: %j %s", (where, right) => {
    expect(zoneOf(zones, where)?.key).toBe(right);
    expect(zoneOf(zones.toReversed(), where)?.key).toBe(right);
  });

  test("without a country in an area, or without an area, is refused", () => {
    expect(refusalsOf(() => taxZone(zone("none")))).toEqual([
      ["TAX_ZONE_WITHOUT_COUNTRY", "areas"],
    ]);
    expect(
      refusalsOf(() =>
        taxZone(zone("some", area("DE"), area(" "), area("XX"), area("FR", "", ["*"]))),
      ),
    ).toEqual([
      ["TAX_ZONE_WITHOUT_COUNTRY", "areas.1.country"],
      ["UNKNOWN_COUNTRY", "areas.2.country"],
      ["INVALID_POSTAL_CODES", "areas.3.postalCodes.0"],
    ]);
  });

  test("is stored in capitals", () => {
    expect(taxZone(zone("quebec", area("ca", " qc ", ["h2x 1*"]), area("us", " "))).areas).toEqual([
      area("CA", "QC", ["H2X1*"]),
      area("US"),
    ]);
  });

  test("that shares an address with another equally narrow one is refused, and the other is named", () => {
    const check = (one: TaxZone) => () => checkZoneApart(one, zones);

    expect(check(zone("new", area("FR"), area("DE")))).toThrow(/new .* germany/);
    expect(refusalsOf(check(zone("new", area("FR"), area("DE"))))).toEqual([
      ["TAX_ZONES_OVERLAP", "areas.1"],
    ]);
    expect(check(zone("new", area("DE", null, ["274*"])))).toThrow(/helgoland/);
  });

  test("may lie within a wider one, beside others, and may be saved again", () => {
    for (const one of [
      zone("new", area("DE", "HH"), area("DE", null, ["1*"]), area("FR")),
      zone("germany", area("DE")),
      zone("new", area("CA", "QC", ["G*"])),
    ])
      expect(refusalsOf(() => checkZoneApart(one, zones))).toEqual([]);
  });
});
