import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLAIN, refusals, SHIRT } from "./shirt.js";
import { variantOptionValues } from "../../../../src/domain/catalog/options/chosen-option.js";
import { editOption } from "../../../../src/domain/catalog/options/edit-option.js";
import { addOption } from "../../../../src/domain/catalog/options/add-option.js";
import { reorderOptions } from "../../../../src/domain/catalog/options/reorder-options.js";
import { removeOption } from "../../../../src/domain/catalog/options/remove-option.js";
import type { OptionsAndVariants } from "../../../../src/domain/catalog/options/options-and-variants.js";
import {
  checkCombinations,
  DEFAULT_OPTION,
  options as checkedOptions,
} from "../../../../src/domain/catalog/options/option.js";
import { aVariant } from "../../../builders/product-content.js";

const valuesOf = ({ variants }: OptionsAndVariants) =>
  variants.map(({ optionValues }) => optionValues);

describe("options of a product", () => {
  test("the first option replaces the default option", () => {
    expect(
      addOption(PLAIN, { name: "Size", values: ["S", "M"], valueOfExistingVariants: "M" }),
    ).toMatchObject({
      options: [{ name: "Size", values: ["S", "M"] }],
      variants: [{ optionValues: ["M"] }],
    });
  });

  test("a further option follows the others, and variants get its first value by default", () => {
    const more = addOption(SHIRT, { name: "Sleeve", values: ["short", "long"] });

    expect(more.options.map(({ name }) => name)).toEqual(["Size", "Colour", "Sleeve"]);
    expect(valuesOf(more)).toEqual([
      ["S", "red", "short"],
      ["S", "blue", "short"],
      ["M", "red", "short"],
    ]);
    expect(
      refusals(() =>
        addOption(SHIRT, { name: "Sleeve", values: ["short"], valueOfExistingVariants: "none" }),
      ),
    ).toEqual([["OPTION_VALUE_NOT_FOUND", "valueOfExistingVariants"]]);
    expect(refusals(() => addOption(SHIRT, { name: "Sleeve", values: [] }))).toEqual([
      ["INVALID_OPTIONS", "values"],
    ]);
  });

  test("variants follow renamed values, also if two values swap their names", () => {
    const swapped = editOption(SHIRT, "Size", {
      newName: "Fit",
      renameValues: [
        { from: "S", to: "M" },
        { from: "M", to: "S" },
      ],
    });

    expect(swapped.options[0]).toMatchObject({ name: "Fit", values: ["M", "S"] });
    expect(valuesOf(swapped)).toEqual([
      ["M", "red"],
      ["M", "blue"],
      ["S", "red"],
    ]);
  });

  test("values are added, removed while unused, and reordered in one edit", () => {
    const edited = editOption(SHIRT, "Colour", {
      renameValues: [{ from: "red", to: "ruby" }],
      addValues: ["black"],
      removeValues: ["green"],
      orderOfValues: ["black", "ruby"],
    });

    expect(edited.options[1]?.values).toEqual(["black", "ruby", "blue"]);
  });

  test("all errors of an option edit are reported at once", () => {
    const edit = {
      renameValues: [
        { from: "pink", to: "rose" },
        { from: "red", to: "blue" },
      ],
      addValues: ["green"],
      removeValues: ["green", "blue", "grey"],
      orderOfValues: ["none"],
    };

    expect(refusals(() => editOption(SHIRT, "Colour", edit))).toEqual([
      ["OPTION_VALUE_NOT_FOUND", "renameValues.0.from"],
      ["INVALID_OPTIONS", "renameValues.1.to"],
      ["INVALID_OPTIONS", "addValues.0"],
      ["OPTION_VALUE_IN_USE", "removeValues.1"],
      ["OPTION_VALUE_NOT_FOUND", "removeValues.2"],
      ["OPTION_VALUE_NOT_FOUND", "orderOfValues.0"],
    ]);
    expect(refusals(() => editOption(SHIRT, "Material", {}))).toEqual([
      ["OPTION_NOT_FOUND", "name"],
    ]);
  });

  test("an option cannot be removed if two variants differ only in it, and the default option replaces the last one", () => {
    expect(refusals(() => removeOption(SHIRT, "Colour"))).toEqual([["DUPLICATE_VARIANT", "name"]]);
    const single = {
      options: [{ name: "Size", values: ["S", "M"] }],
      variants: [aVariant(1, { optionValues: ["S"] })],
    };
    expect(removeOption(single, "Size")).toMatchObject({
      options: [DEFAULT_OPTION],
      variants: [{ optionValues: ["Default Title"] }],
    });
  });

  test("the values of variants follow the order of the options", () => {
    const turned = reorderOptions(SHIRT, ["Colour"]);

    expect(turned.options.map(({ name }) => name)).toEqual(["Colour", "Size"]);
    expect(valuesOf(turned)).toEqual([
      ["red", "S"],
      ["blue", "S"],
      ["red", "M"],
    ]);
    expect(refusals(() => reorderOptions(SHIRT, ["Size", "Size"]))).toEqual([["GIVEN_TWICE", "1"]]);
  });

  const name = fc.constantFrom("Size", "Colour", "Fit", "Title");
  const value = fc.constantFrom("S", "M", "red", "blue", "Default Title");
  const some = fc.array(value, { maxLength: 3 });
  // Seldom, because most lists of values are refused.
  const seldom = <Value>(values: fc.Arbitrary<Value[]>) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant<Value[]>([]) }, { weight: 1, arbitrary: values });
  const edit = fc.oneof(
    fc.record({ name, values: some, existing: fc.option(value) }).map(
      ({ existing, ...option }) =>
        (product: OptionsAndVariants) =>
          addOption(product, { ...option, valueOfExistingVariants: existing }),
    ),
    name.map((which) => (product: OptionsAndVariants) => removeOption(product, which)),
    fc
      .array(name, { maxLength: 3 })
      .map((names) => (product: OptionsAndVariants) => reorderOptions(product, names)),
    fc
      .record({
        name,
        newName: fc.option(name),
        renameValues: seldom(fc.array(fc.record({ from: value, to: value }), { maxLength: 2 })),
        addValues: seldom(some),
        removeValues: seldom(some),
        orderOfValues: seldom(some),
      })
      .map(
        ({ name: which, ...how }) =>
          (product: OptionsAndVariants) =>
            editOption(product, which, how),
      ),
    fc
      .array(fc.record({ name, value }), { maxLength: 3 })
      .map((chosen) => (product: OptionsAndVariants) => {
        const added = {
          ...product,
          variants: [
            ...product.variants,
            aVariant(product.variants.length + 10, {
              optionValues: variantOptionValues(product.options, chosen, null),
            }),
          ],
        };
        checkCombinations(added.options, added.variants);
        return added;
      }),
  );

  test("after any edits, every variant has one existing value of each option, and no two variants are the same", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(PLAIN, SHIRT),
        fc.array(edit, { maxLength: 25 }),
        (start, edits) => {
          let product = start;
          for (const next of edits) {
            refusals(() => {
              const edited = next(product);
              checkedOptions(edited.options); // as a product does before it takes over new content
              product = edited;
            });
            expect(refusals(() => checkCombinations(product.options, product.variants))).toEqual(
              [],
            );
            expect(product.options.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
