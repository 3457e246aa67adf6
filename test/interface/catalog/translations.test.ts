import { describe, expect, test } from "vitest";
import { mediaId } from "../../builders/product-content.js";
import { codes, send } from "../ask.js";
import {
  GERMAN,
  KITCHEN,
  MUG,
  SHOWN,
  translatedShop,
  TRANSLATIONS,
  WASHING,
} from "./translated-shop.js";

const { speaking, world, mutate, ask, translate, inShop, problems } = translatedShop();

describe("translations", () => {
  test("include collections and custom fields, and staff see the missing texts", async () => {
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
    const german = await send(world(), {
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

  test("are a filter for products that lack a translation", async () => {
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

  test("are the same with both executors", async () => {
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
        const [inTheShop, forStaff] = [
          await send(here.world, {
            api: "shop",
            viewer: "guest",
            query: shop,
            variables: { id: MUG },
            locale: "de",
          }),
          await here.ask(staff, { id: MUG }),
        ];
        return [inTheShop.data, inTheShop.errors, forStaff.data, forStaff.errors];
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

  test("in a language that the market does not have are refused with a code", async () => {
    for (const locale of ["fr", "../..", "__proto__", "x".repeat(10_000), "de; DROP TABLE"])
      expect(
        codes(await inShop("query ($id: ID!) { product(by: { id: $id }) { title } }", locale)),
      ).toEqual(["UNKNOWN_LOCALE"]);
  });
});
