import { describe, expect, test } from "vitest";
import { editOption } from "../../../../src/domain/catalog/options/edit-option.js";
import { productChanges } from "../../../../src/domain/catalog/products/product-changes.js";
import {
  type ProductTranslationPatch,
  translateProduct,
} from "../../../../src/domain/catalog/products/translate-product.js";
import { removeTranslations } from "../../../../src/domain/catalog/translations/remove-translations.js";
import { mediaId, productContent, productId } from "../../../builders/product-content.js";

import { inGerman, LATER, problems, shirt, SHIRT } from "./translated-shirt.js";

describe("a product with new translations", () => {
  test("keeps texts that a patch leaves out, and loses texts that it sets to null", () => {
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
    expect(removeTranslations(inGerman(), ["DE"]).translations).toEqual([]);
    expect(problems(() => removeTranslations(inGerman(), ["de", "__proto__"]))).toEqual([
      "INVALID_LOCALE locales.1",
    ]);
  });

  test("cannot have two option values with the same text in one language", () => {
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

  test("is checked by the rules of the original, with all errors at once", () => {
    const patches: ProductTranslationPatch[] = [
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

    expect(problems(() => translateProduct(SHIRT, patches))).toEqual([
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

  test("has at most 50 languages and two million characters", () => {
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

  test("reports changed texts by language and records an event", () => {
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
});
