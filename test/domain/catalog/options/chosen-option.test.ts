import { describe, expect, test } from "vitest";
import { refusals, SHIRT } from "./shirt.js";
import { variantOptionValues } from "../../../../src/domain/catalog/options/chosen-option.js";
import { DEFAULT_OPTION } from "../../../../src/domain/catalog/options/option.js";

describe("the values of one variant", () => {
  test("are chosen in any order, and kept if they are not chosen", () => {
    expect(
      variantOptionValues(
        SHIRT.options,
        [
          { name: "Colour", value: "red" },
          { name: "Size", value: "M" },
        ],
        null,
      ),
    ).toEqual(["M", "red"]);
    expect(
      variantOptionValues(SHIRT.options, [{ name: "Colour", value: "green" }], ["M", "red"]),
    ).toEqual(["M", "green"]);
    expect(variantOptionValues([DEFAULT_OPTION], [], null)).toEqual(["Default Title"]);
  });

  test("must exist in the product, one for each option", () => {
    expect(
      refusals(() =>
        variantOptionValues(
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
      refusals(() => variantOptionValues(SHIRT.options, [{ name: "Size", value: "S" }], null)),
    ).toEqual([["INVALID_OPTIONS", ""]]);
  });
});
