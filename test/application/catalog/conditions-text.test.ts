import fc from "fast-check";
import { expect, test } from "vitest";
import {
  conditionsOf,
  conditionsText,
} from "../../../src/application/catalog/import-export/collections/conditions-text.js";
import {
  RULE_FIELDS,
  RULE_OPERATORS,
} from "../../../src/domain/catalog/collections/collection-rules.js";

const words = fc.oneof(
  fc.string({ minLength: 1, unit: "grapheme" }).map((text) => text.trim()),
  fc.constantFrom('a "b"; c', "[x]", "back\\slash", "is set", "; tag equals x", "two\nlines", '"'),
);
const text = words.filter((value) => value !== "");

test("conditions that are written to a file are read back as they were", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          field: fc.constantFrom(...RULE_FIELDS),
          operator: fc.constantFrom(...RULE_OPERATORS),
          value: fc.option(text),
          key: fc.option(text),
        }),
      ),
      (conditions) => {
        expect(conditionsOf(conditionsText(conditions))).toEqual(conditions);
      },
    ),
  );
});

test("conditions may be written in any case, and in several lines", () => {
  expect(
    conditionsOf("Tag Equals Summer;\n option value [Size] equals M ; sku is set;").map(
      ({ field, operator, value, key }) => [field, operator, value, key],
    ),
  ).toEqual([
    ["TAG", "EQUALS", "Summer", null],
    ["OPTION_VALUE", "EQUALS", "M", "Size"],
    ["SKU", "IS_SET", null, null],
  ]);
});

test("what is no condition is refused", () => {
  for (const broken of ["summer", "tag", "tag is summer", 'tag equals "a', "colour equals red"])
    expect(() => conditionsOf(broken)).toThrow(/is not a/);
});
