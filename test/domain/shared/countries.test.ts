import { describe, expect, test } from "vitest";
import { COUNTRIES, countryCode, findCountry } from "../../../src/domain/shared/countries.js";

describe("a country", () => {
  test("is stored as its code in capitals, and refused when ISO 3166-1 does not have it", () => {
    expect(countryCode("pt")).toBe("PT");
    for (const wrong of ["XX", "", "PRT", "Portugal", "P T", "p\u0131"])
      expect(() => countryCode(wrong)).toThrow(
        expect.objectContaining({ code: "UNKNOWN_COUNTRY", country: wrong }),
      );
  });

  test.each([
    ["PT", "PT"],
    [" pt ", "PT"],
    ["Portugal", "PT"],
    ["CHINA", "CN"],
    ["Côte d’Ivoire", "CI"],
    ["UK", "GB"],
    ["USA", "US"],
    ["Atlantis", null],
    ["XX", null],
    ["", null],
  ])("that is written %j is found as %j", (written, code) => {
    expect(findCountry(written)).toBe(code);
  });

  test("is found by the English name of each", () => {
    const english = new Intl.DisplayNames("en", { type: "region" });

    expect([...COUNTRIES].filter((code) => findCountry(english.of(code) ?? "") !== code)).toEqual(
      [],
    );
  });
});
