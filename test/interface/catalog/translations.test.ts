import { beforeEach, describe, expect, test } from "vitest";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { collectionId, definitionId } from "../../builders/shelf.js";
import { codes, send } from "../ask.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

/** Sizes S and L, a custom field of words and three images. */
const MUG = productId(5);
const [BOWL, KITCHEN, WASHING] = [productId(2), collectionId(1), definitionId(9_001)];

const GERMAN = {
  locale: "DE",
  title: "Becher",
  descriptionHtml: "<p>Fasst Tee.</p>",
  seo: { title: "Becher kaufen", description: null },
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
  media: [{ id: mediaId(5), alt: "Von vorn" }],
};
const SHOWN = `title descriptionHtml seo { title } options { name values } metafields { value } metafield(namespace: "care", key: "washing") { value } featuredImage { alt } variants { nodes { optionValues { name value } } } media { nodes { alt } } collections { nodes { title image { alt } } }`;
const TRANSLATIONS =
  "translations { locale isComplete missing title descriptionHtml seo { title description } options { name translation values { value translation } } metafields { namespace key value } media { mediaId alt } }";

describe("translations", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  const speaking = async (executor: "compiled" | "reference" = "compiled"): Promise<Editing> => {
    const shop = await editing(() => openWorld({ executor }));
    const { data } = await shop.ask("{ markets { id } }");
    await shop.mutate("marketUpdate", {
      id: ((data?.["markets"] ?? []) as { id: string }[])[0]?.id,
      changes: { locales: ["en", "de", "de-AT"] },
    });
    return shop;
  };
  beforeEach(async () => {
    ({ mutate, ask, world } = await speaking());
  });

  const translate = (
    input: object,
    selection = `product { version ${TRANSLATIONS} } changes { path before after }`,
  ) => mutate("productTranslationsSet", { id: MUG, translations: [GERMAN], ...input }, selection);
  const inShop = async (
    query: string,
    locale?: string,
    variables: Record<string, unknown> = { id: MUG },
  ) =>
    send(world, {
      api: "shop",
      viewer: "guest",
      query,
      variables,
      ...(locale !== undefined && { locale }),
    });
  const product = async (locale?: string, fields = SHOWN) =>
    (await inShop(`query ($id: ID!) { product(by: { id: $id }) { ${fields} } }`, locale)).data?.[
      "product"
    ];
  const problems = ({ payload }: { readonly payload: Record<string, unknown> }) =>
    (payload["userErrors"] as { code: string; path: string[] }[]).map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );

  describe("productTranslationsSet", () => {
    test("has the shop show a product in the language that is asked for, with everything that belongs to it", async () => {
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

    test("lets buyers choose by what they are shown, and by what is stored", async () => {
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

    test("tells what changed, once, and what is missing", async () => {
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

    test("refuses what is wrong, all at once and each at its place, and what somebody else has changed", async () => {
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

    test("only tries what is only to be tried", async () => {
      expect((await translate({ dryRun: true })).payload).toMatchObject({
        product: { version: 1, translations: [] },
        userErrors: [],
      });
      expect(await product("de", "title")).toEqual({ title: "Mug" });
    });

    test("goes along with an option under its new name, with a copy, and not with what is removed", async () => {
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

  test("productTranslationsRemove takes languages away", async () => {
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

  test("productsTranslationsSet translates many, all or none or those that can be", async () => {
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
            { code: "INVALID_TEXT", path: ["input", "items", "1", "translations", "0", "title"] },
          ],
        },
      ],
    });
    expect(await product("de", "title")).toEqual({ title: "Becher" });
  });

  test("collections and custom fields are translated too, and their staff see what is missing", async () => {
    const texts =
      "collection { version translations { locale isComplete missing title seo { title } imageAlt } }";
    const set = (input: object) =>
      mutate("collectionTranslationsSet", { id: KITCHEN, ...input }, texts);
    expect(
      (await set({ translations: [{ locale: "de", title: "Küche", seo: { title: "Küche" } }] }))
        .payload,
    ).toMatchObject({
      collection: {
        version: 2,
        translations: [
          {
            locale: "de",
            isComplete: false,
            missing: ["descriptionHtml", "imageAlt"],
            title: "Küche",
            seo: { title: "Küche" },
            imageAlt: null,
          },
        ],
      },
    });
    expect((await set({ translations: [{ locale: "de", title: "Küche" }] })).payload).toMatchObject(
      { collection: { version: 2 }, warnings: [{ code: "NOTHING_CHANGED" }] },
    );
    expect(
      problems(
        await set({
          translations: [
            { locale: "de", title: "" },
            { locale: "de", seo: { description: "\u0000" } },
            { locale: "nope nope" },
          ],
        }),
      ),
    ).toEqual([
      "INVALID_TEXT input.translations.0.title",
      "GIVEN_TWICE input.translations.1.locale",
      "INVALID_TEXT input.translations.1.seo.description",
      "INVALID_LOCALE input.translations.2.locale",
    ]);
    await mutate("collectionUpdate", { id: KITCHEN, changes: { image: null } });
    expect(
      problems(await set({ translations: [{ locale: "de", imageAlt: "Eine Küche" }] })),
    ).toEqual(["NOTHING_TO_TRANSLATE input.translations.0.imageAlt"]);
    expect(
      (await mutate("collectionTranslationsRemove", { id: KITCHEN, locales: ["de"] }, texts))
        .payload,
    ).toMatchObject({ collection: { version: 4, translations: [] } });

    const words =
      "metafieldDefinition { name version translations { locale name description isComplete } }";
    expect(
      (
        await mutate(
          "metafieldDefinitionTranslationsSet",
          {
            id: WASHING,
            translations: [{ locale: "de", name: "Wäsche", description: "Wie man es wäscht." }],
          },
          words,
        )
      ).payload,
    ).toMatchObject({
      metafieldDefinition: {
        name: "washing",
        version: 2,
        translations: [
          { locale: "de", name: "Wäsche", description: "Wie man es wäscht.", isComplete: true },
        ],
      },
    });
    const german = await send(world, {
      api: "admin",
      viewer: "admin-key",
      query: "{ metafieldDefinitions { nodes { name } } }",
      locale: "de",
    });
    expect(german.data).toEqual({ metafieldDefinitions: { nodes: [{ name: "Wäsche" }] } });
    expect(
      (
        await mutate(
          "metafieldDefinitionTranslationsRemove",
          { id: WASHING, locales: ["de"] },
          words,
        )
      ).payload,
    ).toMatchObject({ metafieldDefinition: { version: 3, translations: [] } });
  });

  test("staff find the products that are not translated yet", async () => {
    const untranslated = async (locale: string) =>
      ask(
        `query ($filter: ProductFilter) { products(first: 100, filter: $filter) { totalCount nodes { id } } }`,
        { filter: { untranslatedIn: locale } },
      );
    const listed = async (locale: string) =>
      (await untranslated(locale)).data?.["products"] as {
        totalCount: number;
        nodes: { id: string }[];
      };
    const all = (await listed("de")).totalCount;
    await translate({
      translations: [
        { ...GERMAN, media: [...GERMAN.media, { id: mediaId(52), alt: "Von der Seite" }] },
      ],
    });

    const left = await listed("de-at");
    expect(left.totalCount).toBe(all - 1);
    expect(left.nodes.map(({ id }) => id)).not.toContain(MUG);
    expect((await listed("fr")).totalCount).toBe(all);
    expect(codes(await untranslated("../.."))).toEqual(["INVALID_LOCALE"]);
    expect(codes(await untranslated("x".repeat(10_000)))).toEqual(["INVALID_ARGUMENT"]);
  });

  test("both executors answer alike", async () => {
    const answers = await Promise.all(
      (["compiled", "reference"] as const).map(async (executor) => {
        const here = await speaking(executor);
        await here.mutate("productTranslationsSet", { id: MUG, translations: [GERMAN] });
        await here.mutate("collectionTranslationsSet", {
          id: KITCHEN,
          translations: [{ locale: "de", title: "Küche" }],
        });
        const [shop, staff] = [
          `query ($id: ID!) { product(by: { id: $id }) { ${SHOWN} } }`,
          `query ($id: ID!) { product(by: { id: $id }) { ${TRANSLATIONS} collections { nodes { translations { locale missing seo { title } } } } } metafieldDefinitions { nodes { translations { locale name } } } }`,
        ];
        // The first use of a document is answered by graphql-js in either case.
        for (let use = 1; use < 3; use++)
          await Promise.all([
            send(here.world, {
              api: "shop",
              viewer: "guest",
              query: shop,
              variables: { id: MUG },
              locale: "de",
            }),
            here.ask(staff, { id: MUG }),
          ]);
        const [shown, told] = [
          await send(here.world, {
            api: "shop",
            viewer: "guest",
            query: shop,
            variables: { id: MUG },
            locale: "de",
          }),
          await here.ask(staff, { id: MUG }),
        ];
        return [shown.data, shown.errors, told.data, told.errors];
      }),
    );

    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject([
      { product: { title: "Becher" } },
      [],
      {
        product: {
          translations: [{ title: "Becher", isComplete: false, seo: { title: "Becher kaufen" } }],
        },
      },
      [],
    ]);
  });

  test("a language that the market does not speak is a coded error, and never a text in another one", async () => {
    for (const locale of ["fr", "../..", "__proto__", "x".repeat(10_000), "de; DROP TABLE"])
      expect(
        codes(await inShop("query ($id: ID!) { product(by: { id: $id }) { title } }", locale)),
      ).toEqual(["UNKNOWN_LOCALE"]);
  });
});
