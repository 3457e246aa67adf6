import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editOption } from "../../../src/domain/catalog/edit-option.js";
import { removeOption } from "../../../src/domain/catalog/edit-options.js";
import { Product, type ProductContent } from "../../../src/domain/catalog/product.js";
import { productChanges } from "../../../src/domain/catalog/product-changes.js";
import {
  layersOf,
  shownMetafields,
  shownOptions,
  shownText,
  shownValue,
} from "../../../src/domain/catalog/translations/shown-texts.js";
import { statedProductTranslations } from "../../../src/domain/catalog/translations/stated-translations.js";
import {
  translateProduct,
  untranslate,
  type AskedProductTexts,
} from "../../../src/domain/catalog/translations/translate-product.js";
import { Refused } from "../../../src/domain/shared/domain-error.js";
import { aVariant, mediaId, productContent, productId } from "../../builders/product-content.js";

const [NOW, LATER] = [new Date("2026-01-01T12:00:00Z"), new Date("2026-01-02T12:00:00Z")];

/** A shirt in two sizes and two colours, with a custom field of words and one of figures. */
const SHIRT: ProductContent = productContent(1, {
  title: "Shirt",
  options: [
    { name: "Size", values: ["Small", "Large"] },
    { name: "Colour", values: ["Red", "Blue"] },
  ],
  variants: [
    aVariant(1, { optionValues: ["Small", "Red"] }),
    aVariant(2, { optionValues: ["Large", "Blue"] }),
  ],
  metafields: [
    { namespace: "care", key: "washing", type: "TEXT", value: "by hand" },
    { namespace: "facts", key: "weight", type: "INTEGER", value: "180" },
  ],
});

const GERMAN: AskedProductTexts = {
  locale: "de",
  title: "Hemd",
  descriptionHtml: "<p>Aus Leinen.</p>",
  options: [
    {
      name: "Size",
      translation: "Größe",
      values: [
        { value: "Small", translation: "Klein" },
        { value: "Large", translation: "Groß" },
      ],
    },
    { name: "Colour", translation: "Farbe", values: [{ value: "Red", translation: "Rot" }] },
  ],
  metafields: [{ namespace: "care", key: "washing", value: "von Hand" }],
  media: [{ id: mediaId(1), alt: "Ein Hemd" }],
};

const inGerman = (more: Partial<AskedProductTexts> = {}): ProductContent =>
  translateProduct(SHIRT, [{ ...GERMAN, ...more }]);
const shirt = (content: ProductContent): Product => Product.create(productId(1), content, NOW);

const problems = (rule: () => unknown): unknown => {
  try {
    return rule();
  } catch (error) {
    return error instanceof Refused
      ? error.errors.map(({ code, path }) => `${code} ${path.join(".")}`)
      : error;
  }
};

const shownIn = (content: ProductContent, locale: string) => {
  const layers = layersOf(content.translations, locale);
  return {
    title: shownText(layers, (one) => one.title, content.title),
    options: shownOptions(
      content.options,
      layers.map((one) => one.options),
    ).map(({ name, values }) => [name, ...values]),
    metafields: shownMetafields(
      content.metafields,
      layers.map((one) => one.metafields),
    ).map(({ value }) => value),
  };
};

describe("a translated product", () => {
  test("is shown in the language that is wanted, text by text, then in the one above it, then as it was written", () => {
    const content = translateProduct(inGerman(), [
      {
        locale: "de-at",
        title: "Pfoad",
        options: [{ name: "Colour", values: [{ value: "Blue", translation: "Blau" }] }],
      },
    ]);

    expect(shownIn(content, "de-AT")).toEqual({
      title: "Pfoad",
      options: [
        ["Größe", "Klein", "Groß"],
        ["Farbe", "Rot", "Blau"],
      ],
      metafields: ["von Hand", "180"],
    });
    expect(shownIn(content, "de-CH")).toEqual({
      title: "Hemd",
      options: [
        ["Größe", "Klein", "Groß"],
        ["Farbe", "Rot", "Blue"],
      ],
      metafields: ["von Hand", "180"],
    });
    expect(shownIn(content, "fr")).toEqual({
      title: "Shirt",
      options: [
        ["Size", "Small", "Large"],
        ["Colour", "Red", "Blue"],
      ],
      metafields: ["by hand", "180"],
    });
  });

  test("tells how a stored value is shown", () => {
    const [size] = shownOptions(SHIRT.options, [inGerman().translations[0]?.options ?? []]);

    expect(shownValue(size, "Large")).toBe("Groß");
    expect(shownValue(size, "Medium")).toBe("Medium");
    expect(shownValue(SHIRT.options[0], "Large")).toBe("Large");
  });

  test("keeps what is left out, and loses what is set to null", () => {
    const [kept] = translateProduct(inGerman(), [
      { locale: "de", title: "Shirt-Hemd" },
    ]).translations;
    expect(kept).toMatchObject({
      title: "Shirt-Hemd",
      descriptionHtml: "<p>Aus Leinen.</p>",
      media: [{ alt: "Ein Hemd" }],
    });

    const [lost] = translateProduct(inGerman(), [
      {
        locale: "de",
        descriptionHtml: null,
        options: [
          { name: "Size", translation: null, values: [{ value: "Small", translation: null }] },
        ],
        metafields: null,
        media: [{ id: mediaId(1), alt: null }],
      },
    ]).translations;
    expect(lost).toMatchObject({
      title: "Hemd",
      descriptionHtml: null,
      metafields: [],
      media: [],
      options: [
        { name: "Colour" },
        { name: "Size", text: null, values: [{ value: "Large", text: "Groß" }] },
      ],
    });

    expect(
      translateProduct(inGerman(), [
        {
          locale: "de",
          title: null,
          descriptionHtml: null,
          seo: null,
          options: null,
          metafields: null,
          media: null,
        },
      ]).translations,
    ).toEqual([]);
    expect(untranslate(inGerman(), ["DE"]).translations).toEqual([]);
    expect(problems(() => untranslate(inGerman(), ["de", "__proto__"]))).toEqual([
      "INVALID_LOCALE locales.1",
    ]);
  });

  test("keeps the translations of an option and of values that are renamed, also when two exchange their names", () => {
    const product = shirt(inGerman());
    product.revise(
      {
        ...product.snapshot(),
        ...editOption(product.snapshot(), "Size", {
          newName: "Width",
          renameValues: [
            { from: "Small", to: "Large" },
            { from: "Large", to: "Small" },
          ],
        }),
      },
      LATER,
    );

    expect(product.snapshot().translations[0]?.options[0]).toEqual({
      name: "Width",
      text: "Größe",
      values: [
        { value: "Large", text: "Klein" },
        { value: "Small", text: "Groß" },
      ],
    });
  });

  test("drops the translations of options, values, fields and images that are taken away", () => {
    const product = shirt(inGerman());
    const { variants, ...before } = product.snapshot();
    const narrow = removeOption({ options: before.options, variants }, "Colour");
    product.revise(
      {
        ...before,
        ...narrow,
        options: [{ name: "Size", values: ["Small", "Large"] }],
        metafields: [],
        media: [],
      },
      LATER,
    );
    expect(product.snapshot().translations[0]).toMatchObject({
      options: [{ name: "Size" }],
      metafields: [],
      media: [],
    });

    product.revise(
      {
        ...product.snapshot(),
        options: [{ name: "Size", values: ["Small"] }],
        variants: variants.slice(0, 1).map((one) => ({ ...one, optionValues: ["Small"] })),
      },
      LATER,
    );
    expect(product.snapshot().translations[0]?.options).toEqual([
      { name: "Size", text: "Größe", values: [{ value: "Small", text: "Klein" }] },
    ]);

    product.revise(
      {
        ...product.snapshot(),
        options: [{ name: "Title", values: ["Default Title"] }],
        variants: product
          .snapshot()
          .variants.map((one) => ({ ...one, optionValues: ["Default Title"] })),
      },
      LATER,
    );
    expect(product.snapshot().translations[0]).toMatchObject({ title: "Hemd", options: [] });
  });

  test("does not offer two values that read alike in one language", () => {
    const named = (value: string, translation: string) => [
      { name: "Size", values: [{ value, translation }] },
    ];
    expect(
      problems(() => translateProduct(SHIRT, [{ locale: "de", options: named("Large", "Small") }])),
    ).toEqual(["AMBIGUOUS_TRANSLATION translations.0.options.0.values.0.translation"]);
    expect(
      problems(() =>
        translateProduct(SHIRT, [
          { locale: "de", options: [{ name: "Colour", translation: "Size" }] },
        ]),
      ),
    ).toEqual(["AMBIGUOUS_TRANSLATION translations.0.options.0.translation"]);
    expect(
      problems(() =>
        translateProduct(inGerman(), [
          { locale: "fr", title: "Chemise" },
          { locale: "de-AT", options: named("Large", "Klein") },
        ]),
      ),
    ).toEqual(["AMBIGUOUS_TRANSLATION translations.1.options.0.values.0.translation"]);
    expect(
      problems(() =>
        translateProduct(SHIRT, [
          { locale: "de", options: [...named("Large", "Small"), ...named("Small", "Large")] },
        ]),
      ),
    ).toMatchObject({ translations: [{ locale: "de" }] });

    const product = shirt(inGerman());
    const values = editOption(product.snapshot(), "Size", { addValues: ["Klein"] });
    expect(problems(() => product.revise({ ...product.snapshot(), ...values }, LATER))).toEqual([
      "AMBIGUOUS_TRANSLATION options.0.values.2",
    ]);
  });

  test("is checked by the rules of the original, all problems at once", () => {
    const asked: AskedProductTexts[] = [
      { locale: "d", title: "x" },
      {
        locale: "de",
        title: "",
        descriptionHtml: "\u0000",
        seo: { title: "x".repeat(256), description: "x".repeat(1_001) },
        media: [
          { id: "media_9", alt: "?" },
          { id: mediaId(1), alt: "x".repeat(513) },
        ],
      },
      { locale: "de", title: "again" },
      {
        locale: "fr",
        options: [
          { name: "Weight", translation: "Poids" },
          {
            name: "Size",
            translation: "",
            values: [
              { value: "Medium", translation: "M" },
              { value: "Small", translation: "\u202E" },
            ],
          },
        ],
        metafields: [
          { namespace: "care", key: "washing", value: "à la main\nou pas" },
          { namespace: "facts", key: "weight", value: "180 g" },
          { namespace: "care", key: "drying", value: "x" },
        ],
      },
    ];

    expect(problems(() => translateProduct(SHIRT, asked))).toEqual([
      "INVALID_LOCALE translations.0.locale",
      "INVALID_TEXT translations.1.title",
      "INVALID_TEXT translations.1.descriptionHtml",
      "INVALID_TEXT translations.1.seo.title",
      "INVALID_TEXT translations.1.seo.description",
      "MEDIA_NOT_FOUND translations.1.media.0.id",
      "INVALID_TEXT translations.1.media.1.alt",
      "GIVEN_TWICE translations.2.locale",
      "OPTION_NOT_FOUND translations.3.options.0.name",
      "INVALID_TEXT translations.3.options.1.translation",
      "OPTION_VALUE_NOT_FOUND translations.3.options.1.values.0.value",
      "INVALID_TEXT translations.3.options.1.values.1.translation",
      "INVALID_METAFIELD translations.3.metafields.0.value",
      "NOTHING_TO_TRANSLATE translations.3.metafields.1",
      "NOTHING_TO_TRANSLATE translations.3.metafields.2",
    ]);
    expect(
      problems(() =>
        translateProduct(productContent(1), [
          { locale: "de", options: [{ name: "Title", translation: "Titel" }] },
        ]),
      ),
    ).toEqual(["NOTHING_TO_TRANSLATE translations.0.options.0.name"]);
  });

  test("speaks at most 50 languages, in at most two million characters", () => {
    const many = Array.from({ length: 51 }, (_, n) => ({
      locale: `de-${String(100 + n)}`,
      title: `Hemd ${n}`,
    }));
    expect(problems(() => shirt(translateProduct(SHIRT, many)))).toEqual(["TOO_MANY translations"]);
    const long = many.slice(0, 5).map((one) => ({ ...one, descriptionHtml: "x".repeat(400_001) }));
    expect(problems(() => shirt(translateProduct(SHIRT, long)))).toEqual(["TOO_MANY translations"]);
    expect(shirt(translateProduct(SHIRT, many.slice(0, 50))).snapshot().translations).toHaveLength(
      50,
    );
  });

  test("tells what changed in which language, and announces it", () => {
    const product = shirt(SHIRT);
    product.pullEvents();
    product.revise(inGerman(), LATER);

    expect(productChanges(SHIRT, product.snapshot())).toContainEqual({
      path: "translations.de.title",
      before: null,
      after: "Hemd",
    });
    expect(productChanges(SHIRT, product.snapshot()).map(({ path }) => path)).toEqual([
      "translations.de.title",
      "translations.de.descriptionHtml",
      "translations.de.options.Size.name",
      "translations.de.options.Size.values.Small",
      "translations.de.options.Size.values.Large",
      "translations.de.options.Colour.name",
      "translations.de.options.Colour.values.Red",
      "translations.de.metafields.care.washing",
      `translations.de.media.${mediaId(1)}.alt`,
    ]);
    expect(product.pullEvents()).toEqual([
      {
        type: "catalog.product-updated",
        productId: productId(1),
        version: 2,
        changed: ["translations"],
      },
    ]);
    expect(product.revise(product.snapshot(), LATER)).toEqual([]);
  });

  test("knows which texts a language lacks, counting what the language above it says", () => {
    const content = shirt(
      translateProduct(inGerman(), [
        {
          locale: "de-AT",
          options: [{ name: "Colour", values: [{ value: "Blue", translation: "Blau" }] }],
        },
      ]),
    ).snapshot();

    expect(
      statedProductTranslations(content).map(({ locale, missing }) => [locale, missing]),
    ).toEqual([
      ["de", ["options.Colour.values.Blue"]],
      ["de-AT", []],
    ]);
  });

  test("comes out of any renaming with the texts that it had", () => {
    const word = fc
      .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."abcXYZ_.0茶 ß".split("")) })
      .filter((text) => text.trim() === text && text !== "");
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 2, maxLength: 6 }),
        fc.uniqueArray(word, { minLength: 6, maxLength: 6 }),
        fc.nat(5),
        (values, names, count) => {
          const content = productContent(1, { options: [{ name: "Size", values }], variants: [] });
          const translated = translateProduct(content, [
            {
              locale: "de",
              options: [
                {
                  name: "Size",
                  values: values.map((value, n) => ({ value, translation: `#${n}` })),
                },
              ],
            },
          ]);
          const renames = values
            .slice(0, count)
            .map((from, n) => ({ from, to: `${names[n] ?? ""}!${n}` }));
          const product = shirt(translated);
          product.revise(
            {
              ...product.snapshot(),
              ...editOption(product.snapshot(), "Size", {
                newName: names[0],
                renameValues: renames,
              }),
            },
            LATER,
          );

          const [shown] = shownIn(product.snapshot(), "de").options;
          expect(shown?.slice(1)).toEqual(values.map((_, n) => `#${n}`));
        },
      ),
    );
  });
});
