import { describe, expect, test } from "vitest";
import { addMissingValues } from "../../../../src/domain/catalog/options/add-missing-values.js";
import { addOption } from "../../../../src/domain/catalog/options/add-option.js";
import { editOption } from "../../../../src/domain/catalog/options/edit-option.js";
import { type Option, options } from "../../../../src/domain/catalog/options/option.js";
import { refusals, SHIRT } from "./shirt.js";

const COLOUR: Option = {
  name: "Colour",
  values: ["red", "blue", "green"],
  swatches: [
    { value: "red", color: "#ff0000" },
    { value: "green", color: "#00ff00" },
  ],
};
const shirt = { ...SHIRT, options: SHIRT.options.with(1, COLOUR) };
const edited = (edit: Parameters<typeof editOption>[2]) =>
  editOption(shirt, "Colour", edit).options[1]?.swatches;

describe("the swatches of an option", () => {
  test("are stored in lower case and in the order of the values", () => {
    const [option] = options([
      {
        ...COLOUR,
        swatches: [
          { value: " green", color: "#00FF00" },
          { value: "red", color: " #Ff0000 " },
        ],
      },
    ]);

    expect(option).toEqual(COLOUR);
  });

  test("are left out where no value has one", () => {
    expect(options([{ ...COLOUR, swatches: [] }])).toEqual([
      { name: "Colour", values: COLOUR.values },
    ]);
  });

  test.each(["red", "#f00", "#ff00000", "ff0000", "#gg0000", "", "#ff0000;", "url(#a)"])(
    "are no %j",
    (color) => {
      expect(refusals(() => options([{ ...COLOUR, swatches: [{ value: "red", color }] }]))).toEqual(
        [["INVALID_SWATCH", "0.swatches.0.color"]],
      );
      expect(refusals(() => edited({ swatches: [{ value: "red", color }] }))).toEqual([
        ["INVALID_SWATCH", "swatches.0.color"],
      ]);
    },
  );

  test("belong to values of the option, one to each", () => {
    const swatches = ["pink", "red", "red"].map((value) => ({ value, color: "#ff0000" }));

    expect(refusals(() => options([{ ...COLOUR, swatches }]))).toEqual([
      ["OPTION_VALUE_NOT_FOUND", "0.swatches.0.value"],
      ["GIVEN_TWICE", "0.swatches.2.value"],
    ]);
    expect(refusals(() => edited({ swatches }))).toEqual([
      ["OPTION_VALUE_NOT_FOUND", "swatches.0.value"],
      ["GIVEN_TWICE", "swatches.2.value"],
    ]);
  });

  test("follow renamed and reordered values, and go with removed ones", () => {
    expect(
      edited({
        renameValues: [
          { from: "red", to: "blue" },
          { from: "blue", to: "red" },
        ],
        removeValues: ["green"],
        orderOfValues: ["red"],
      }),
    ).toEqual([{ value: "blue", color: "#ff0000" }]);
  });

  test("are set and removed by new names, and others stay", () => {
    expect(
      edited({
        addValues: ["black"],
        swatches: [
          { value: "black", color: "#000000" },
          { value: "red", color: null },
        ],
      }),
    ).toEqual([
      { value: "green", color: "#00ff00" },
      { value: "black", color: "#000000" },
    ]);
    expect(edited({ swatches: [{ value: "red" }, { value: "green" }] })).toBeUndefined();
  });

  test("come with a new option, and stay when a variant adds a value", () => {
    expect(addOption(SHIRT, { ...COLOUR, name: "Trim" }).options.at(-1)?.swatches).toEqual(
      COLOUR.swatches,
    );
    const added = addMissingValues([COLOUR], [{ name: "Colour", value: "black" }]);
    expect(added.options).toEqual([{ ...COLOUR, values: [...COLOUR.values, "black"] }]);
  });
});
