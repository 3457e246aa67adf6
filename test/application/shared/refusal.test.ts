import { describe, expect, test } from "vitest";
import {
  MOST_REFUSALS,
  refusalsOf,
  together,
  type Refusal,
} from "../../../src/application/shared/refusal.js";
import { DuplicateVariant, OptionNotFound } from "../../../src/domain/catalog/errors.js";

const about = (path: string, code = "INVALID_TEXT"): Refusal => ({
  code,
  message: "No.",
  path: path === "" ? [] : path.split("."),
  facts: {},
});
const told = (first: readonly string[], second: readonly string[]): readonly string[] =>
  together(
    first.map((path) => about(path, "INVALID_INPUT")),
    second.map((path) => about(path)),
  ).map(({ path }) => path.join("."));

describe("findings about the form and about the rules", () => {
  test.each([
    ["about different fields are all told", ["title"], ["slug"], ["title", "slug"]],
    ["about the same field are told once", ["title"], ["title", "slug"], ["title", "slug"]],
    ["about a part of a field are left out", ["tags"], ["tags.0", "tagsOf"], ["tags", "tagsOf"]],
    [
      "about what a field is part of are left out",
      ["seo.title"],
      ["seo", "se"],
      ["seo.title", "se"],
    ],
    [
      "about the whole command stand beside all others",
      ["title", ""],
      ["", "slug"],
      ["title", "", "", "slug"],
    ],
    [
      "of the rules alone are all told, however near they stand",
      [],
      ["variants.0", "variants.0.sku"],
      ["variants.0", "variants.0.sku"],
    ],
  ])("%s", (_, first, second, expected) => {
    expect(told(first, second)).toEqual(expected);
  });

  test("are compared in no more time than it takes to tell them, and only so many are told", () => {
    const places = Array.from({ length: 20_000 }, (_, index) => `variants.${index}.sku`);

    expect(told(places, places)).toHaveLength(MOST_REFUSALS);
  });
});

describe("a refusal", () => {
  test("tells again only so much of what was sent", () => {
    const long = "x".repeat(60_000);
    const [option] = refusalsOf(new OptionNotFound(long, [long, long])) ?? [];
    const [variant] =
      refusalsOf(new DuplicateVariant(Array.from({ length: 1_000 }, () => long))) ?? [];

    expect(option?.message).toMatch(/^The product has no option "x+…$/);
    expect(JSON.stringify(option).length).toBeLessThan(2_000);
    expect(JSON.stringify(variant).length).toBeLessThan(20_000);
  });

  test("is told as it is where it is as long as refusals are", () => {
    expect(refusalsOf(new OptionNotFound("Size", ["Colour"]))).toEqual([
      {
        code: "OPTION_NOT_FOUND",
        message: 'The product has no option "Size", only: Colour.',
        path: ["name"],
        facts: { missing: "Size" },
      },
    ]);
  });
});
