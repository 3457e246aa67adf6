import { describe, expect, test } from "vitest";
import { MUG, translatedShop, WASHING } from "./translated-shop.js";

const NAMES =
  'a: metafields { id name value } b: metafield(namespace: "care", key: "washing") { id name }';

describe("the texts of a custom field", () => {
  const shop = translatedShop();
  const call = (name: string, locale: string) =>
    shop.mutate("metafieldDefinitionTranslationsSet", {
      id: WASHING,
      translations: [{ locale, name }],
    });

  test("are its name in the language of the request, and an id for caches", async () => {
    await call("Wäsche", "de");
    const id = `${MUG}.care.washing`;

    expect(await shop.product("de", NAMES)).toEqual({
      a: [{ id, name: "Wäsche", value: "by hand" }],
      b: { id, name: "Wäsche" },
    });
    expect(await shop.product("en", NAMES)).toMatchObject({ b: { id, name: "washing" } });
    expect(await shop.product("de-AT", NAMES)).toMatchObject({ b: { name: "Wäsche" } });
  });

  test("are read in one statement, however many products a page has", async () => {
    const counted = async (first: number) => {
      const before = shop.world().calls.length;
      await shop.inShop(
        "query ($first: Int!) { products(first: $first) { nodes { metafields { name } } } }",
        "de",
        { first },
      );
      return shop
        .world()
        .calls.slice(before)
        .filter(({ port }) => port === "catalogReads.metafieldDefinitionsByName").length;
    };

    expect([await counted(20), await counted(100)]).toEqual([1, 1]);
  });
});
