import { describe, expect, test } from "vitest";
import {
  MAX_REFUSALS,
  mergeRefusals,
  refusalsOf,
  type Refusal,
} from "../../../src/application/shared/refusal.js";
import { DuplicateVariant, OptionNotFound } from "../../../src/domain/catalog/options/errors.js";

const refusalAt = (path: string, code = "INVALID_TEXT"): Refusal => ({
  code,
  message: "No.",
  path: path === "" ? [] : path.split("."),
  facts: {},
});
const mergedPaths = (first: readonly string[], second: readonly string[]): readonly string[] =>
  mergeRefusals(
    first.map((path) => refusalAt(path, "INVALID_INPUT")),
    second.map((path) => refusalAt(path)),
  ).map(({ path }) => path.join("."));

describe("refusals of the input and of the domain rules", () => {
  test.each([
    ["of different fields are all reported", ["title"], ["slug"], ["title", "slug"]],
    ["of the same field are reported once", ["title"], ["title", "slug"], ["title", "slug"]],
    [
      "of a part of a refused field are omitted",
      ["tags"],
      ["tags.0", "tagsOf"],
      ["tags", "tagsOf"],
    ],
    [
      "of the parent of a refused field are omitted",
      ["seo.title"],
      ["seo", "se"],
      ["seo.title", "se"],
    ],
    [
      "of the whole command are reported beside all others",
      ["title", ""],
      ["", "slug"],
      ["title", "", "", "slug"],
    ],
    [
      "of the domain rules alone are all reported, also those of nested fields",
      [],
      ["variants.0", "variants.0.sku"],
      ["variants.0", "variants.0.sku"],
    ],
  ])("%s", (_, first, second, expected) => {
    expect(mergedPaths(first, second)).toEqual(expected);
  });

  test("are compared in linear time, and their number is limited", () => {
    const paths = Array.from({ length: 20_000 }, (_, index) => `variants.${index}.sku`);

    expect(mergedPaths(paths, paths)).toHaveLength(MAX_REFUSALS);
  });
});

describe("a refusal", () => {
  test("repeats only a limited part of the input", () => {
    const long = "x".repeat(60_000);
    const [option] = refusalsOf(new OptionNotFound(long, [long, long])) ?? [];
    const [variant] =
      refusalsOf(new DuplicateVariant(Array.from({ length: 1_000 }, () => long))) ?? [];

    expect(option?.message).toMatch(/^The product has no option "x+…$/);
    expect(JSON.stringify(option).length).toBeLessThan(2_000);
    expect(JSON.stringify(variant).length).toBeLessThan(20_000);
  });

  test("is unchanged if its text has the usual length", () => {
    expect(refusalsOf(new OptionNotFound("Size", ["Colour"]))).toEqual([
      {
        code: "OPTION_NOT_FOUND",
        message: 'The product has no option "Size". Its options are: Colour.',
        path: ["name"],
        facts: { missing: "Size" },
      },
    ]);
  });
});
