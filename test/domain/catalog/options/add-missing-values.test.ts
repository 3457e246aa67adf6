import { describe, expect, test } from "vitest";
import { refusals, SHIRT } from "./shirt.js";
import {
  variantOptionValues,
  type ChosenOption,
} from "../../../../src/domain/catalog/options/chosen-option.js";
import { addMissingValues } from "../../../../src/domain/catalog/options/add-missing-values.js";
import { DEFAULT_OPTION } from "../../../../src/domain/catalog/options/option.js";

describe("missing option values", () => {
  const valuesWith = (...chosen: readonly ChosenOption[]) =>
    addMissingValues(SHIRT.options, chosen).options.map(({ values }) => values);

  test("are added after the others, in the order in which they are chosen, each once", () => {
    expect(
      valuesWith(
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

  test("are not added if they differ only in case, are empty, or belong to an unknown option", () => {
    expect(
      valuesWith(
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
        variantOptionValues(
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

  test("are not added to the default option", () => {
    expect(addMissingValues([DEFAULT_OPTION], [{ name: "Title", value: "Large" }])).toEqual({
      options: [DEFAULT_OPTION],
      added: [],
    });
  });
});
