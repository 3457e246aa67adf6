import { beforeEach, describe, expect, test } from "vitest";
import { api, codes, send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

const FORMAT = `query ($country: String!) {
  addressFormat(country: $country) {
    country fields { name label isRequired } postalCodePattern postalCodeExample regions { code name }
  }
}`;

describe("the format of an address", () => {
  const { ask } = api("address-format");

  test("has the fields of the country, its postal code and its regions", async () => {
    const { data } = await ask(FORMAT, { country: "ca" });

    expect(data).toMatchObject({
      addressFormat: {
        country: "CA",
        fields: [
          { name: "firstName", label: "FIRST_NAME", isRequired: false },
          { name: "lastName", label: "LAST_NAME", isRequired: true },
          { name: "company", label: "COMPANY", isRequired: false },
          { name: "line1", label: "LINE1", isRequired: true },
          { name: "line2", label: "LINE2", isRequired: false },
          { name: "city", label: "CITY", isRequired: true },
          { name: "region", label: "PROVINCE", isRequired: true },
          { name: "postalCode", label: "POSTAL_CODE", isRequired: true },
          { name: "phone", label: "PHONE", isRequired: false },
        ],
        postalCodeExample: "H3Z 2Y7",
        regions: expect.arrayContaining([{ code: "QC", name: "Quebec" }]),
      },
    });
  });

  test("of a country that does not exist is refused", async () => {
    const answer = await ask(FORMAT, { country: "Atlantis" });

    expect([answer.data, codes(answer)]).toEqual([{ addressFormat: null }, ["UNKNOWN_COUNTRY"]]);
  });
});

describe("the countries that a market delivers to", () => {
  let shop: Editing;

  beforeEach(async () => {
    shop = await editing();
    await shop.mutate("marketCreate", {
      market: {
        key: "jp",
        name: "Japan",
        countries: ["JP", "KR"],
        currency: "EUR",
        locales: ["ja", "en"],
      },
    });
  });

  const read = (headers: { readonly market?: string; readonly locale?: string }) =>
    send(shop.world, {
      api: "shop",
      viewer: "guest",
      query: `{ shop { market { deliveryCountries { code name } } } addressFormat(country: "JP") { regions { code name } } }`,
      ...headers,
    });

  test("have names in the language of the request, as the regions of an address do", async () => {
    const [japanese, english] = [
      await read({ market: "jp", locale: "ja" }),
      await read({ market: "jp", locale: "en" }),
    ];

    expect(japanese.data).toMatchObject({
      shop: {
        market: {
          deliveryCountries: [
            { code: "KR", name: "韓国" },
            { code: "JP", name: "日本" },
          ],
        },
      },
      addressFormat: { regions: expect.arrayContaining([{ code: "13", name: "東京都" }]) },
    });
    expect(english.data).toMatchObject({
      shop: {
        market: {
          deliveryCountries: [
            { code: "JP", name: "Japan" },
            { code: "KR", name: "South Korea" },
          ],
        },
      },
      addressFormat: { regions: expect.arrayContaining([{ code: "13", name: "Tokyo" }]) },
    });
  });

  test("are those of no other market, where the market has none of its own", async () => {
    const { data } = await read({});
    const { deliveryCountries: found } = (
      data as { shop: { market: { deliveryCountries: readonly { code: string }[] } } }
    ).shop.market;

    expect(found).toHaveLength(247);
    expect(found.filter(({ code }) => code === "JP" || code === "DE")).toEqual([
      { code: "DE", name: "Germany" },
    ]);
  });
});
