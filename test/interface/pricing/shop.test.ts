import { describe, expect, test } from "vitest";
import { api, codes } from "../ask.js";

const { ask } = api("shop");

describe("a request to the shop", () => {
  test("is answered with any alias", async () => {
    const QUERY = `query ($__proto__: Int = 1, $constructor: Int = 1) { __proto__: shop { constructor: currency __proto__: locale } toString: products(first: $__proto__, sort: { key: TITLE }) { __proto__: nodes { title } } hasOwnProperty: products(first: $constructor) { nodes { __typename } } }`;
    // The second time it may be a compiled program that answers.
    for (const { data } of [await ask(QUERY), await ask(QUERY)])
      expect(JSON.stringify(data)).toBe(
        '{"__proto__":{"constructor":"EUR","__proto__":"en"},"toString":{"__proto__":[{"title":"äpfel bowl"}]},"hasOwnProperty":{"nodes":[{"__typename":"Product"}]}}',
      );
  });

  test("is answered with its market, language and currency", async () => {
    const { data, extensions } = await ask(
      `{ shop { market { key isDefault defaultLocale } locale currency } }`,
      undefined,
      { market: "default", locale: "EN" },
    );

    expect(data).toEqual({
      shop: {
        market: { key: "default", isDefault: true, defaultLocale: "en" },
        locale: "en",
        currency: "EUR",
      },
    });
    expect(extensions?.["context"]).toEqual({ market: "default", locale: "en", currency: "EUR" });
  });

  test("is refused for an unknown market or language", async () => {
    const market = await ask(`{ shop { market { key } } }`, undefined, { market: "atlantis" });
    const locale = await ask(`{ products { nodes { id } } }`, undefined, { locale: "tlh" });

    expect([codes(market), codes(locale)]).toEqual([["UNKNOWN_MARKET"], ["UNKNOWN_LOCALE"]]);
    expect([market.status, market.data, market.extensions, locale.status]).toEqual([
      400,
      undefined,
      undefined,
      400,
    ]);
  });

  test("gets prices formatted in any valid language", async () => {
    const money = (locale: string) =>
      ask(
        `query ($locale: String) { product(by: { slug: "mug-1" }) { priceRange { min { formatted(locale: $locale) } } } }`,
        { locale },
      );

    expect((await money("de")).data).toEqual({
      product: { priceRange: { min: { formatted: "30,00\u00A0€" } } },
    });
    for (const locale of ["", "x", "de_AT", "e".repeat(500), "en-a"])
      expect(codes(await money(locale))).toEqual(["INVALID_LOCALE"]);
  });
});
