import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, validateSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { printSchemas } from "../../../src/interface/graphql/print-schemas.js";
import { published } from "./published.js";

const printed = await printSchemas();
const committed = (api: "shop" | "admin"): string =>
  published(`schema/${api}.graphql`, printed[api]);

const breakingChanges = async (before: string, after: string): Promise<string[]> =>
  (await diff(buildSchema(before), buildSchema(after)))
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);

for (const api of ["shop", "admin"] as const)
  describe(`schema/${api}.graphql`, () => {
    test("is valid", () => {
      expect(validateSchema(buildSchema(printed[api]))).toEqual([]);
    });

    test("has no breaking change against the published schema", async () => {
      expect(await breakingChanges(committed(api), printed[api])).toEqual([]);
    });

    test(`is what the code says; after a change on purpose: npm run schema`, async () => {
      expect(printed[api]).toBe(committed(api));
    });
  });

describe("a breaking change", () => {
  test("is reported by its name", async () => {
    const changed = printed.shop
      .replace("  slug: String!\n", "  handle: String!\n")
      .replace(
        /(^type Collection implements Node[\s\S]*?^ {2}products\([\s\S]*?first: Int)$/m,
        "$1!",
      );

    expect((await breakingChanges(printed.shop, changed)).toSorted()).toEqual([
      "Field 'slug' was removed from object type 'Collection'",
      "Type for argument 'first' on field 'Collection.products' changed from 'Int' to 'Int!'",
    ]);
  });

  test("is not reported for an addition", async () => {
    expect(
      await breakingChanges(
        printed.shop,
        printed.shop.replace("  slug: String!\n", "  slug: String!\n  rank: Int\n"),
      ),
    ).toEqual([]);
  });
});
