import { describe, expect, test } from "vitest";
import { InvalidMetafield } from "../../../../src/domain/catalog/metafields/errors.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import { metafield, metafields } from "../../../../src/domain/catalog/metafields/metafield.js";
import type { MetafieldType } from "../../../../src/domain/catalog/metafields/metafield-type.js";

const field = (type: MetafieldType, value: string) =>
  metafield({ namespace: "details", key: "fact", type, value });

describe("a metafield", () => {
  test.each<[MetafieldType, string]>([
    ["TEXT", "clay"],
    ["MULTILINE_TEXT", "clay\nand glaze"],
    ["INTEGER", "-12"],
    ["DECIMAL", "1.25"],
    ["BOOLEAN", "true"],
    ["DATE", "2024-02-29"],
    ["DATE_TIME", "2026-11-22T12:00:00Z"],
    ["DATE_TIME", "2026-11-22T12:00:00.5+01:00"],
    ["URL", "https://example.com/care"],
    ["JSON", '{"a":[1]}'],
    ["JSON", `${"[".repeat(32)}${"]".repeat(32)}`],
  ])("of the type %s can have the value %j", (type, value) => {
    expect(field(type, value).value).toBe(value);
  });

  test.each<[MetafieldType, string]>([
    ["TEXT", "two\nlines"],
    ["INTEGER", "1.5"],
    ["INTEGER", "9007199254740993"],
    ["DECIMAL", "1,25"],
    ["BOOLEAN", "yes"],
    ["DATE", "2023-02-29"],
    ["DATE", "2026-13-01"],
    ["DATE_TIME", "2026-11-22 12:00"],
    ["DATE_TIME", "2026-11-22T25:00:00Z"],
    ["URL", "javascript:alert(1)"],
    ["JSON", "{a:1}"],
    ["JSON", `${"[".repeat(33)}${"]".repeat(33)}`],
    ["JSON", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
    ["JSON", '[{"__proto__":{"admin":true}}]'],
  ])("of the type %s cannot have the value %j", (type, value) => {
    expect(() => field(type, value)).toThrow(InvalidMetafield);
  });

  test("cannot have spaces or __proto__ in its name", () => {
    expect(() => metafield({ namespace: "a b", key: "fact", type: "TEXT", value: "x" })).toThrow(
      Refused,
    );
    expect(() => metafield({ namespace: "__proto__", key: "x", type: "TEXT", value: "x" })).toThrow(
      Refused,
    );
  });

  test("can be long, but all metafields of a product together are limited", () => {
    const long = Array.from(
      { length: 16 },
      (_, n) =>
        ({
          namespace: "details",
          key: `fact-${n}`,
          type: "TEXT",
          value: "x".repeat(65_000),
        }) as const,
    );

    expect(metafields(long.slice(1))).toHaveLength(15);
    expect(() => metafields(long)).toThrow(Refused);
  });

  test("exists only once on a product", () => {
    const one = { namespace: "details", key: "fact", type: "TEXT", value: "x" } as const;
    expect(() => metafields([one, one])).toThrow(Refused);
  });
});
