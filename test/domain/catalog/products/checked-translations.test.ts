import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editOption } from "../../../../src/domain/catalog/options/edit-option.js";
import { removeOption } from "../../../../src/domain/catalog/options/remove-option.js";
import { translateProduct } from "../../../../src/domain/catalog/products/translate-product.js";
import { productContent } from "../../../builders/product-content.js";

import { inGerman, LATER, shirt, shownIn } from "./translated-shirt.js";

describe("an edited product with translations", () => {
  test("keeps the translations of renamed options and values, also if two values swap their names", () => {
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

  test("loses the translations of removed options, values, metafields and images", () => {
    const product = shirt(inGerman());
    const { variants, ...before } = product.snapshot();
    const withoutColour = removeOption({ options: before.options, variants }, "Colour");
    product.revise(
      {
        ...before,
        ...withoutColour,
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

  test("keeps its texts after any renaming of values", () => {
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

          const [size] = shownIn(product.snapshot(), "de").options;
          expect(size?.slice(1)).toEqual(values.map((_, n) => `#${n}`));
        },
      ),
    );
  });
});
