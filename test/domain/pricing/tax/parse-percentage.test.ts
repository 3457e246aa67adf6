import { describe, expect, test } from "vitest";
import { errorsOf } from "../../../../src/domain/shared/domain-error.js";
import { parsePercentage } from "../../../../src/domain/pricing/tax/parse-percentage.js";
import { percentage } from "../../../../src/domain/pricing/tax/percentage.js";

describe("a percentage", () => {
  test.each([
    ["0", 0],
    ["19", 190_000],
    ["9.975", 99_750],
    ["0.0001", 1],
    ["19.50000", 195_000],
    ["99.9999", 999_999],
  ])("%s is %i parts of a million", (text, partsPerMillion) => {
    expect(parsePercentage(text, [])).toBe(partsPerMillion);
    expect(parsePercentage(percentage(partsPerMillion), [])).toBe(partsPerMillion);
  });

  test.each(["", "-1", "1.", ".5", "1e1", "1,5", "0.00001", "19 %", "Infinity"])(
    "%j is refused",
    (text) => {
      let codes: readonly string[] = [];
      try {
        parsePercentage(text, ["percentage"]);
      } catch (error) {
        codes = errorsOf(error).map(({ code, path }) => [code, ...path].join(" "));
      }
      expect(codes).toEqual(["INVALID_TAX_RATE percentage"]);
    },
  );
});
