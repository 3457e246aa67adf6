import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenValues, type ChosenValue } from "../../../src/domain/catalog/choose-values.js";
import { combinations } from "../../../src/domain/catalog/combinations.js";
import { editOption } from "../../../src/domain/catalog/edit-option.js";
import {
  addOption,
  removeOption,
  reorderOptions,
  type Choice,
} from "../../../src/domain/catalog/edit-options.js";
import { offering } from "../../../src/domain/catalog/offer-values.js";
import {
  checkCombinations,
  DEFAULT_OPTION,
  options as checkedOptions,
} from "../../../src/domain/catalog/option.js";
import { DomainError, Refused } from "../../../src/domain/shared/domain-error.js";
import { aVariant } from "../../builders/product-content.js";

const PLAIN: Choice = { options: [DEFAULT_OPTION], variants: [aVariant(1)] };
const SHIRT: Choice = {
  options: [
    { name: "Size", values: ["S", "M"] },
    { name: "Colour", values: ["red", "blue", "green"] },
  ],
  variants: [
    aVariant(1, { optionValues: ["S", "red"] }),
    aVariant(2, { optionValues: ["S", "blue"] }),
    aVariant(3, { optionValues: ["M", "red"] }),
  ],
};
const valuesOf = ({ variants }: Choice) => variants.map(({ optionValues }) => optionValues);

const refusals = (work: () => unknown): readonly (readonly [string, string])[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused)
      return error.errors.map(({ code, path }) => [code, path.join(".")] as const);
    if (error instanceof DomainError) return [[error.code, error.path.join(".")]];
    throw error;
  }
  return [];
};

describe("options of a product", () => {
  test("the first real option takes the place of the default one", () => {
    expect(
      addOption(PLAIN, { name: "Size", values: ["S", "M"], valueOfExistingVariants: "M" }),
    ).toMatchObject({
      options: [{ name: "Size", values: ["S", "M"] }],
      variants: [{ optionValues: ["M"] }],
    });
  });

  test("a further option stands behind the others, and variants take its first value unless told", () => {
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

  test("variants follow renamed values, also when two values exchange their names", () => {
    const swapped = editOption(SHIRT, "Size", {
      newName: "Fit",
      renameValues: [
        { from: "S", to: "M" },
        { from: "M", to: "S" },
      ],
    });

    expect(swapped.options[0]).toEqual({ name: "Fit", values: ["M", "S"] });
    expect(valuesOf(swapped)).toEqual([
      ["M", "red"],
      ["M", "blue"],
      ["S", "red"],
    ]);
  });

  test("values are added, taken away while unused, and put in order, in one go", () => {
    const edited = editOption(SHIRT, "Colour", {
      renameValues: [{ from: "red", to: "ruby" }],
      addValues: ["black"],
      removeValues: ["green"],
      orderOfValues: ["black", "ruby"],
    });

    expect(edited.options[1]?.values).toEqual(["black", "ruby", "blue"]);
  });

  test("all that stands against an edit of an option is said at once", () => {
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

  test("an option that tells variants apart stays; the last one leaves the default option behind", () => {
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

  test("values of variants follow the order of the options", () => {
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
        (choice: Choice) =>
          addOption(choice, { ...option, valueOfExistingVariants: existing }),
    ),
    name.map((which) => (choice: Choice) => removeOption(choice, which)),
    fc
      .array(name, { maxLength: 3 })
      .map((names) => (choice: Choice) => reorderOptions(choice, names)),
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
          (choice: Choice) =>
            editOption(choice, which, how),
      ),
    fc.array(fc.record({ name, value }), { maxLength: 3 }).map((chosen) => (choice: Choice) => {
      const added = {
        ...choice,
        variants: [
          ...choice.variants,
          aVariant(choice.variants.length + 10, {
            optionValues: chosenValues(choice.options, chosen, null),
          }),
        ],
      };
      checkCombinations(added.options, added.variants);
      return added;
    }),
  );

  test("whatever is done to options, every variant has one offered value of each, and no two variants are the same", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(PLAIN, SHIRT),
        fc.array(edit, { maxLength: 25 }),
        (start, edits) => {
          let choice = start;
          for (const next of edits) {
            refusals(() => {
              const edited = next(choice);
              checkedOptions(edited.options); // as a product does before it takes over new content
              choice = edited;
            });
            expect(refusals(() => checkCombinations(choice.options, choice.variants))).toEqual([]);
            expect(choice.options.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the values of one variant", () => {
  test("are said in any order, and kept where they are not said", () => {
    expect(
      chosenValues(
        SHIRT.options,
        [
          { name: "Colour", value: "red" },
          { name: "Size", value: "M" },
        ],
        null,
      ),
    ).toEqual(["M", "red"]);
    expect(chosenValues(SHIRT.options, [{ name: "Colour", value: "green" }], ["M", "red"])).toEqual(
      ["M", "green"],
    );
    expect(chosenValues([DEFAULT_OPTION], [], null)).toEqual(["Default Title"]);
  });

  test("are offered by the product, one for each option", () => {
    expect(
      refusals(() =>
        chosenValues(
          SHIRT.options,
          [
            { name: "Size", value: "XXL" },
            { name: "Fit", value: "slim" },
            { name: "Size", value: "S" },
          ],
          null,
        ),
      ),
    ).toEqual([
      ["OPTION_VALUE_NOT_FOUND", "0.value"],
      ["OPTION_NOT_FOUND", "1.name"],
      ["GIVEN_TWICE", "2.name"],
    ]);
    expect(
      refusals(() => chosenValues(SHIRT.options, [{ name: "Size", value: "S" }], null)),
    ).toEqual([["INVALID_OPTIONS", ""]]);
  });
});

describe("values that variants are given", () => {
  const offered = (...chosen: readonly ChosenValue[]) =>
    offering(SHIRT.options, chosen).options.map(({ values }) => values);

  test("are offered behind the others, in the order in which they are said, each once", () => {
    expect(
      offered(
        { name: "Colour", value: "white" },
        { name: "Size", value: "XL" },
        { name: " Colour", value: "amber\n" },
        { name: "Colour", value: "white" },
      ),
    ).toEqual([
      ["S", "M", "XL"],
      ["red", "blue", "green", "white", "amber"],
    ]);
  });

  test("are none where they only read otherwise, say nothing, or belong to an option that is not there", () => {
    expect(
      offered(
        { name: "Colour", value: "RÉD" },
        { name: "Colour", value: " " },
        { name: "Fit", value: "slim" },
      ),
    ).toEqual([
      ["S", "M"],
      ["red", "blue", "green"],
    ]);
    expect(
      refusals(() =>
        chosenValues(
          SHIRT.options,
          [
            { name: "Colour", value: "Red" },
            { name: "Size", value: "M" },
          ],
          null,
        ),
      ),
    ).toEqual([["OPTION_VALUE_NOT_FOUND", "0.value"]]);
  });

  test("make no choice of a product without one", () => {
    expect(offering([DEFAULT_OPTION], [{ name: "Title", value: "Large" }])).toEqual({
      options: [DEFAULT_OPTION],
      added: [],
    });
  });
});

describe("combinations", () => {
  test("go through all values, the last option changing first, and end at 250", () => {
    expect(
      combinations([
        { name: "A", values: ["1", "2"] },
        { name: "B", values: ["x", "y"] },
      ]),
    ).toEqual([
      ["1", "x"],
      ["1", "y"],
      ["2", "x"],
      ["2", "y"],
    ]);
    const many = Array.from({ length: 16 }, (_, n) => String(n));
    expect(
      refusals(() =>
        combinations([
          { name: "A", values: many },
          { name: "B", values: many },
        ]),
      ),
    ).toEqual([["TOO_MANY", ""]]);
  });
});
