import { describe, expect, test } from "vitest";
import { InvalidSlug } from "../../../src/domain/catalog/errors.js";
import { slugOfCopy, numberedSlug, slug, slugify } from "../../../src/domain/catalog/slug.js";

describe("a slug", () => {
  test.each([
    "ほうれん草",
    "crème-brûlée",
    "mug-2",
    "a_b",
    "हिन्दी",
    "a--b",
    "tea®",
    "cloud–nine",
    "茶・草",
  ])("keeps %s unchanged", (raw) => {
    expect(slug(raw)).toBe(raw.normalize("NFC"));
  });

  test("is stored in lower case and NFC", () => {
    expect(slug("Cafe\u0301")).toBe("café");
  });

  test.each([
    ..."-a|a-|a b|a/b|../a|a.b|a?b|a#b|a%b|a&b|a+b|a\\b|a'b|😀|–|®".split("|"),
    "",
    "a|b",
    "x".repeat(201),
    "a\u202Eb",
    "a\u200Bb",
    "a\u00A0b",
    "a／b",
    "a…b",
    "a\u0000b",
  ])("%j is not a slug", (raw) => {
    expect(() => slug(raw)).toThrow(InvalidSlug);
  });

  test.each([
    ["Grand’mère’s Mug, 0.5 l!", "grandmères-mug-0-5-l"],
    ["  --Hello--  ", "hello"],
    ["İstanbul & İzmir", "istanbul-izmir"],
    ["Tea® – green", "tea-green"],
    ["ほうれん草 100g", "ほうれん草-100g"],
    ["x" + "\u{20000}".repeat(120), "x" + "\u{20000}".repeat(99)],
    [`${"word ".repeat(60)}`, `${"word-".repeat(40)}`.slice(0, -1)],
  ])("of the title %j is %s", (title, expected) => {
    expect(slugify(title)).toBe(expected);
  });

  test("cannot be made from punctuation alone", () => {
    expect(() => slugify("!!!")).toThrow(InvalidSlug);
  });

  test("gets a number or the word copy at its end, and is cut if that is too long", () => {
    expect([numberedSlug("mug", 2), slugOfCopy("mug")]).toEqual(["mug-2", "mug-copy"]);
    const long = "x".repeat(200);
    expect([numberedSlug(long, 10), slugOfCopy(long)].map((made) => slug(made).length)).toEqual([
      200, 200,
    ]);
    expect(slug(numberedSlug("\u{20000}".repeat(100), 2))).toBe(`${"\u{20000}".repeat(99)}-2`);
  });
});
