import { describe, expect, test } from "vitest";
import { refusals } from "./shirt.js";
import { combinations } from "../../../../src/domain/catalog/options/combinations.js";

describe("the combinations", () => {
  test("of options contain all values, the last option changing first, and number at most 250", () => {
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
