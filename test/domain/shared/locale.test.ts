import { describe, expect, test } from "vitest";
import { InvalidLocaleTag, localeChain, localeTag } from "../../../src/domain/shared/locale.js";

describe("the tag of a language", () => {
  test.each([
    ["de", "de"],
    ["DE-at", "de-AT"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["es-419", "es-419"],
    ["sl-rozaj", "sl-rozaj"],
    ["iw", "he"],
  ])("%s is written %s", (raw, tag) => {
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
  ])("%j names no language", (raw) => {
    expect(() => localeTag(raw)).toThrow(InvalidLocaleTag);
    expect(localeChain(raw)).toEqual([]);
  });

  test("leads from what was wanted to what comes nearest", () => {
    expect(localeChain("zh-Hant-TW")).toEqual(["zh-Hant-TW", "zh-Hant", "zh"]);
    expect(localeChain("de-at")).toEqual(["de-AT", "de"]);
    expect(localeChain("fr")).toEqual(["fr"]);
  });
});
