import { describe, expect, test } from "vitest";
import { InvalidLocaleTag, localeChain, localeTag } from "../../../src/domain/shared/locale-tag.js";

describe("a language tag", () => {
  test.each([
    ["de", "de"],
    ["DE-at", "de-AT"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["es-419", "es-419"],
    ["sl-rozaj", "sl-rozaj"],
    ["iw", "he"],
  ])("%s has the canonical form %s", (raw, tag) => {
    expect(localeTag(raw)).toBe(tag);
  });

  test.each([
    "",
    " ",
    "d",
    "de_AT",
    "../..",
    "__proto__",
    "constructor",
    "de'; DROP TABLE catalog_product; --",
    "x-klingon",
    "de-u-co-phonebk",
    "de-AT-",
    "d".repeat(10_000),
    `de-${"12345-".repeat(2_000)}`,
    "ｄｅ",
    "de\u0000",
  ])("%j is not a language tag", (raw) => {
    expect(() => localeTag(raw)).toThrow(InvalidLocaleTag);
    expect(localeChain(raw)).toEqual([]);
  });

  test("leads to its parent languages, closest first", () => {
    expect(localeChain("zh-Hant-TW")).toEqual(["zh-Hant-TW", "zh-Hant", "zh"]);
    expect(localeChain("de-at")).toEqual(["de-AT", "de"]);
    expect(localeChain("fr")).toEqual(["fr"]);
  });
});
