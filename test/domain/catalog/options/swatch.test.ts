import { describe, expect, test } from "vitest";
import { addMissingValues } from "../../../../src/domain/catalog/options/add-missing-values.js";
import { addOption } from "../../../../src/domain/catalog/options/add-option.js";
import { editOption } from "../../../../src/domain/catalog/options/edit-option.js";
import { type Option, options } from "../../../../src/domain/catalog/options/option.js";
import { checkedProduct } from "../../../../src/domain/catalog/products/checked-product.js";
import { OTHER_PRODUCT } from "../../../builders/other-values.js";
import { mediaId } from "../../../builders/product-content.js";
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
      expect(refusals(() => edited({ swatches: [{ value: "red", look: { color } }] }))).toEqual([
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
    const looks = swatches.map(({ value, color }) => ({ value, look: { color } }));
    expect(refusals(() => edited({ swatches: looks }))).toEqual([
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
          { value: "black", look: { color: "#000000" } },
          { value: "red", look: null },
        ],
      }),
    ).toEqual([
      { value: "green", color: "#00ff00" },
      { value: "black", color: "#000000" },
    ]);
    const none = ["red", "green"].map((value) => ({ value, look: null }));
    expect(edited({ swatches: none })).toBeUndefined();
  });

  test("are images too, which take the place of a colour and follow a renamed value", () => {
    const image = { mediaId: mediaId(3) };
    const set = editOption(shirt, "Colour", { swatches: [{ value: "red", look: image }] });
    const renamed = editOption({ ...set, variants: [] }, "Colour", {
      renameValues: [{ from: "red", to: "madder" }],
    });

    expect(set.options[1]?.swatches).toEqual([{ value: "red", ...image }, COLOUR.swatches?.[1]]);
    expect(renamed.options[1]?.swatches?.[0]).toEqual({ value: "madder", ...image });
    expect(options([{ ...COLOUR, swatches: [{ value: "red", ...image }] }])[0]?.swatches).toEqual([
      { value: "red", ...image },
    ]);
  });

  test("show only images of their own product", () => {
    const dyed = (image: number) =>
      checkedProduct({
        ...OTHER_PRODUCT,
        options: [
          { name: "Size", values: ["S", "L"], swatches: [{ value: "L", mediaId: mediaId(image) }] },
        ],
      }).options[0]?.swatches;

    expect(dyed(1)).toEqual([{ value: "L", mediaId: mediaId(1) }]);
    expect(refusals(() => dyed(2))).toEqual([["INVALID_MEDIA", "options.0.swatches.0.mediaId"]]);
  });

  test("come with a new option, and stay when a variant adds a value", () => {
    expect(addOption(SHIRT, { ...COLOUR, name: "Trim" }).options.at(-1)?.swatches).toEqual(
      COLOUR.swatches,
    );
    const added = addMissingValues([COLOUR], [{ name: "Colour", value: "black" }]);
    expect(added.options).toEqual([{ ...COLOUR, values: [...COLOUR.values, "black"] }]);
  });
});
