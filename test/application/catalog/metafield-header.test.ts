import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readMetafieldHeader,
  writeMetafieldHeader,
} from "../../../src/application/catalog/import-export/metafield-header.js";
import type { MetafieldColumn } from "../../../src/application/catalog/ports/product-files.js";
import type { MetafieldChoice } from "../../../src/domain/catalog/metafields/metafield-choice.js";

const column = (choices: readonly MetafieldChoice[]): MetafieldColumn => ({
  owner: "VARIANT",
  owners: ["VARIANT"],
  namespace: "facts",
  key: "grape",
  name: "Grape",
  type: "CHOICE",
  filterable: true,
  sortable: false,
  choices,
});
const choice = (value: string, label = value): MetafieldChoice => ({
  value,
  label,
  translations: [],
});
/** As readers of files do: cells are normalized before they are taken apart. */
const readBack = (choices: readonly MetafieldChoice[]) =>
  readMetafieldHeader(writeMetafieldHeader(column(choices)).normalize("NFC"))?.choices;

describe("choices in the header of a column", () => {
  test("are written for people where nothing separates them", () => {
    expect(writeMetafieldHeader(column([choice("red", "Red"), choice("100%"), choice("ß")]))).toBe(
      "Grape [choice, filterable: red=Red | 100%25 | ß] (variant.metafields.facts.grape)",
    );
  });

  test.each([
    ["a combining mark behind a separator", choice("a|\u0301")],
    ["a combining mark behind the sign that escapes", choice("%\u0323\u0301b")],
    ["a label that begins with a combining mark", choice("a", "\u0338b")],
    ["a value that begins with one", choice("\u0301a")],
    ["what looks escaped", choice("%7C")],
  ])("with %s are read back", (_, one) => {
    expect(readBack([one, choice("other")])).toEqual([one, choice("other")]);
  });

  test("that are no escapes of UTF-8 stay as they are written", () => {
    expect(
      readMetafieldHeader("Grape [choice: 50%=Half | %e9%zz] (variant.metafields.facts.grape)")
        ?.choices,
    ).toEqual([choice("50%", "Half"), choice("%e9%zz")]);
  });

  test("are read back whatever they are", () => {
    const words = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(..."%|=[]7Cé \u0301\u0338\u0323\u0327".split("")),
          fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
        ),
        maxLength: 8,
      })
      .map((text) => text.normalize("NFC").trim())
      .filter((text) => text !== "" && text.isWellFormed());
    fc.assert(
      fc.property(fc.array(fc.record({ value: words, label: words }), { minLength: 1 }), (all) => {
        const choices = all.map(({ value, label }) => choice(value, label));
        expect(readBack(choices)).toEqual(choices);
      }),
    );
  });
});
