import { describe, expect, test } from "vitest";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { BOWL, GERMAN, KITCHEN, MUG, translatedShop, TRANSLATIONS } from "./translated-shop.js";

const { mutate, ask, translate, inShop, product, problems } = translatedShop();

describe("the translations of a product", () => {
  describe("productTranslationsSet", () => {
    test("translates a product and all its parts in the shop", async () => {
      const before = await product();
      await translate({});
      await mutate("collectionTranslationsSet", {
        id: KITCHEN,
        translations: [{ locale: "de", title: "Küche", imageAlt: "Eine Küche" }],
      });

      expect(await product("de-AT")).toEqual({
        title: "Becher",
        descriptionHtml: "<p>Fasst Tee.</p>",
        seo: { title: "Becher kaufen" },
        options: [{ name: "Größe", values: ["Klein", "Groß"] }],
        metafields: [{ value: "von Hand" }],
        metafield: { value: "von Hand" },
        featuredImage: { alt: "Von vorn" },
        variants: {
          nodes: [
            { optionValues: [{ name: "Größe", value: "Klein" }] },
            { optionValues: [{ name: "Größe", value: "Groß" }] },
          ],
        },
        media: { nodes: [{ alt: "Von vorn" }, { alt: "Side" }, { alt: "" }] },
        collections: { nodes: [{ title: "Küche", image: { alt: "Eine Küche" } }] },
      });
      expect(await product()).toEqual(before);
      expect(
        await product(
          "de",
          "variants(first: 1) { nodes { optionValues { name value } product { title } } }",
        ),
      ).toEqual({
        variants: {
          nodes: [
            { optionValues: [{ name: "Größe", value: "Klein" }], product: { title: "Becher" } },
          ],
        },
      });
      const { data } = await inShop(
        `query ($id: ID!) { node(id: $id) { ... on Variant { optionValues { name value } } } }`,
        "de",
        { id: variantId(51) },
      );
      expect(data?.["node"]).toEqual({ optionValues: [{ name: "Größe", value: "Groß" }] });
    });

    test("lets buyers choose by translated and by original option values", async () => {
      await translate({});
      const choosing = (name: string, value: string) =>
        `variant(byOptions: [{ name: "${name}", value: "${value}" }]) { id }`;
      const fields = `a: ${choosing("Größe", "Groß")} b: ${choosing("Size", "L")} c: ${choosing("Größe", "L")} d: ${choosing("Größe", "Riesig")} availableOptionValues(selectedOptions: [{ name: "Größe", value: "Groß" }]) { name values { value selected } }`;

      const answer = await inShop(
        `query ($id: ID!) { product(by: { id: $id }) { ${fields} } }`,
        "de",
      );
      expect(answer.errors).toEqual([]);
      expect(answer.data?.["product"]).toEqual({
        a: { id: variantId(51) },
        b: { id: variantId(51) },
        c: { id: variantId(51) },
        d: null,
        availableOptionValues: [
          {
            name: "Größe",
            values: [
              { value: "Klein", selected: false },
              { value: "Groß", selected: true },
            ],
          },
        ],
      });
      expect(
        await product(undefined, fields.slice(0, fields.indexOf(" availableOptionValues"))),
      ).toEqual({ a: null, b: { id: variantId(51) }, c: null, d: null });
    });

    test("reports the changes once, and the missing texts", async () => {
      const { payload } = await translate({
        translations: [{ ...GERMAN, descriptionHtml: undefined, seo: undefined }],
      });

      expect(payload).toMatchObject({
        userErrors: [],
        warnings: [],
        product: {
          version: 2,
          translations: [
            {
              locale: "de",
              isComplete: false,
              missing: ["descriptionHtml", `media.${mediaId(52)}.alt`],
              title: "Becher",
              descriptionHtml: null,
              seo: { title: null, description: null },
              options: [
                {
                  name: "Size",
                  translation: "Größe",
                  values: [
                    { value: "S", translation: "Klein" },
                    { value: "L", translation: "Groß" },
                  ],
                },
              ],
              metafields: [{ namespace: "care", key: "washing", value: "von Hand" }],
              media: [{ mediaId: mediaId(5), alt: "Von vorn" }],
            },
          ],
        },
      });
      expect(payload["changes"]).toContainEqual({
        path: "translations.de.title",
        before: null,
        after: "Becher",
      });
      expect(
        (await translate({ translations: [{ locale: "de", title: "Becher" }] })).payload,
      ).toMatchObject({
        product: { version: 2 },
        changes: [],
        warnings: [{ code: "NOTHING_CHANGED", path: ["input", "translations"] }],
      });
      const { data } = await ask(
        "query ($id: ID!) { product(by: { id: $id }) { history { nodes { changes { path after } } } } }",
        { id: MUG },
      );
      expect(data).toMatchObject({
        product: {
          history: {
            nodes: [
              {
                changes: expect.arrayContaining([
                  { path: "translations.de.title", after: "Becher" },
                ]),
              },
            ],
          },
        },
      });
    });

    test("reports all problems at once with their paths, and a stale version", async () => {
      const wrong = [
        { locale: "../.." },
        { locale: "__proto__" },
        {
          locale: "de",
          title: "",
          options: [
            { name: "Weight" },
            { name: "Size", values: [{ value: "XL", translation: "?" }] },
          ],
          metafields: [{ namespace: "care", key: "drying", value: "x" }],
          media: [{ id: MUG, alt: "x" }],
        },
      ];
      expect(problems(await translate({ translations: wrong }))).toEqual([
        "INVALID_LOCALE input.translations.0.locale",
        "INVALID_LOCALE input.translations.1.locale",
        "INVALID_TEXT input.translations.2.title",
        "OPTION_NOT_FOUND input.translations.2.options.0.name",
        "OPTION_VALUE_NOT_FOUND input.translations.2.options.1.values.0.value",
        "NOTHING_TO_TRANSLATE input.translations.2.metafields.0",
        "MEDIA_NOT_FOUND input.translations.2.media.0.id",
      ]);
      expect(
        problems(await translate({ translations: [{ locale: "x".repeat(10_000), title: "x" }] })),
      ).toEqual(["INVALID_INPUT input.translations.0.locale"]);
      expect(problems(await translate({ translations: [] }))).toEqual([
        "INVALID_INPUT input.translations",
      ]);
      expect(
        problems(
          await translate({
            translations: [
              {
                locale: "de",
                options: [{ name: "Size", values: [{ value: "S", translation: "L" }] }],
              },
            ],
          }),
        ),
      ).toEqual(["AMBIGUOUS_TRANSLATION input.translations.0.options.0"]);
      expect(problems(await translate({ expectedVersion: 7 }))).toEqual([
        "STALE_VERSION input.expectedVersion",
      ]);
      expect(problems(await translate({ id: productId(999) }))).toEqual([
        "PRODUCT_NOT_FOUND input.id",
      ]);
      expect(await product("de", "title")).toEqual({ title: "Mug" });
    });

    test("changes nothing in a dry run", async () => {
      expect((await translate({ dryRun: true })).payload).toMatchObject({
        product: { version: 1, translations: [] },
        userErrors: [],
      });
      expect(await product("de", "title")).toEqual({ title: "Mug" });
    });

    test("follows renamed options and copies, and is deleted with removed parts", async () => {
      await translate({});
      await mutate("productOptionUpdate", {
        id: MUG,
        name: "Size",
        newName: "Volume",
        renameValues: [{ from: "S", to: "0.2 l" }],
      });
      expect(await product("de", "options { name values }")).toEqual({
        options: [{ name: "Größe", values: ["Klein", "Groß"] }],
      });
      expect(
        problems(
          await mutate("productOptionUpdate", { id: MUG, name: "Volume", addValues: ["Groß"] }),
        ),
      ).toEqual(["AMBIGUOUS_TRANSLATION input.addValues.0"]);

      const { payload } = await mutate(
        "productDuplicate",
        { id: MUG },
        `product { ${TRANSLATIONS} media { nodes { id } } }`,
      );
      expect(payload).toMatchObject({
        product: {
          translations: [
            {
              title: "Becher",
              options: [{ name: "Volume", values: [{ value: "0.2 l" }, { value: "L" }] }],
              media: [
                {
                  mediaId: (payload["product"] as { media: { nodes: { id: string }[] } }).media
                    .nodes[0]?.id,
                  alt: "Von vorn",
                },
              ],
            },
          ],
        },
      });
      await mutate("productMediaRemove", { id: MUG, mediaIds: [mediaId(5)] });
      await mutate("productMetafieldsRemove", {
        id: MUG,
        metafields: [{ namespace: "care", key: "washing" }],
      });
      expect(
        (
          await ask(`query ($id: ID!) { product(by: { id: $id }) { ${TRANSLATIONS} } }`, {
            id: MUG,
          })
        ).data,
      ).toMatchObject({ product: { translations: [{ metafields: [], media: [] }] } });
    });
  });

  test("productTranslationsRemove removes languages", async () => {
    await translate({ translations: [GERMAN, { locale: "de-AT", title: "Häferl" }] });
    expect(await product("de-AT", "title")).toEqual({ title: "Häferl" });

    expect(
      (
        await mutate(
          "productTranslationsRemove",
          { id: MUG, locales: ["de", "fr"] },
          "product { translations { locale } }",
        )
      ).payload,
    ).toMatchObject({ product: { translations: [{ locale: "de-AT" }] }, warnings: [] });
    expect(
      (await mutate("productTranslationsRemove", { id: MUG, locales: ["fr"] })).payload,
    ).toMatchObject({ warnings: [{ code: "NOTHING_CHANGED" }] });
    expect(
      problems(await mutate("productTranslationsRemove", { id: MUG, locales: ["de-AT", "d e"] })),
    ).toEqual(["INVALID_LOCALE input.locales.1"]);
    expect([await product("de", "title"), await product("de-AT", "title")]).toEqual([
      { title: "Mug" },
      { title: "Häferl" },
    ]);
  });

  test("productsTranslationsSet translates many products, all or none, or the valid ones", async () => {
    const items = [
      { id: MUG, translations: [{ locale: "de", title: "Becher" }] },
      { id: BOWL, translations: [{ locale: "de", title: "" }] },
    ];
    const results =
      "results { index product { version } changes { path } userErrors { code path } }";

    expect(problems(await mutate("productsTranslationsSet", { items }, results))).toEqual([
      "INVALID_TEXT input.items.1.translations.0.title",
    ]);
    expect(await product("de", "title")).toEqual({ title: "Mug" });
    expect(
      (await mutate("productsTranslationsSet", { items, onError: "SKIP" }, results)).payload,
    ).toMatchObject({
      results: [
        { product: { version: 2 }, changes: [{ path: "translations.de.title" }], userErrors: [] },
        {
          product: null,
          userErrors: [
            {
              code: "INVALID_TEXT",
              path: ["input", "items", "1", "translations", "0", "title"],
            },
          ],
        },
      ],
    });
    expect(await product("de", "title")).toEqual({ title: "Becher" });
  });
});
