import { describe, expect, test } from "vitest";
import {
  translatedOptions,
  translatedValue,
} from "../../../../src/domain/catalog/options/translated-option.js";
import { productTranslationViews } from "../../../../src/domain/catalog/products/product-translation-views.js";
import { translateProduct } from "../../../../src/domain/catalog/products/translate-product.js";

import { inGerman, shirt, SHIRT, shownIn } from "./translated-shirt.js";

describe("a translated product", () => {
  test("is shown in the requested language, text by text, then in the parent language, then in the original", () => {
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

  test("has translations of stored option values", () => {
    const [size] = translatedOptions(SHIRT.options, [inGerman().translations[0]?.options ?? []]);

    expect(translatedValue(size, "Large")).toBe("Groß");
    expect(translatedValue(size, "Medium")).toBe("Medium");
    expect(translatedValue(SHIRT.options[0], "Large")).toBe("Large");
  });

  test("reports the missing texts of a language that its parent language lacks too", () => {
    const content = shirt(
      translateProduct(inGerman(), [
        {
          locale: "de-AT",
          options: [{ name: "Colour", values: [{ value: "Blue", translation: "Blau" }] }],
        },
      ]),
    ).snapshot();

    expect(
      productTranslationViews(content).map(({ locale, missing }) => [locale, missing]),
    ).toEqual([
      ["de", ["options.Colour.values.Blue"]],
      ["de-AT", []],
    ]);
  });
});
