import { describe, expect, test } from "vitest";
import type { ProductSnapshot } from "../../src/domain/catalog/products/product-content.js";
import { saveVariants } from "../../src/infrastructure/catalog/products/save-variants.js";
import type {
  Row,
  RowValues,
  SqlSession,
} from "../../src/infrastructure/shared/database/sql-session.js";
import { toVariantRow } from "../../src/infrastructure/catalog/products/variant-table.js";
import { aVariant, productContent, productId } from "../builders/product-content.js";

const variants = Array.from({ length: 2_000 }, (_, n) =>
  aVariant(n, { optionValues: [`size ${n}`] }),
);
const shirt = (more: readonly ProductSnapshot["variants"][number][]): ProductSnapshot => ({
  ...productContent(1),
  variants: more,
  id: productId(1),
  version: 2,
  announced: false,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});

/** A session on which the shirt is stored, and what was written through it. */
const storing = (rows: readonly RowValues[]) => {
  const written: string[] = [];
  const session: SqlSession = {
    dialect: "sqlite",
    query: async () =>
      rows.map((row): Row =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            typeof value === "boolean" ? Number(value) : value,
          ]),
        ),
      ),
    change: async (sql) => {
      written.push(sql.split(" ").slice(0, 2).join(" "));
      return 1;
    },
  };
  return { session, written };
};

describe("a product with 2,000 variants", () => {
  const stored = variants.map((variant, position) => toVariantRow(productId(1), variant, position));

  test.each([
    [
      "one is changed",
      variants.with(1_000, aVariant(1_000, { optionValues: ["size 1000"], sku: "NEW" })),
      ["DELETE FROM", "INSERT INTO"],
    ],
    [
      "one is added at the end",
      [...variants, aVariant(2_000, { optionValues: ["size 2000"] })],
      ["INSERT INTO"],
    ],
    ["nothing is changed", variants, []],
    [
      "the first one is taken out",
      variants.slice(1),
      ["DELETE FROM", ...Array<string>(4).fill("UPDATE catalog_variant")],
    ],
    [
      "all are put the other way round",
      variants.toReversed(),
      Array<string>(4).fill("UPDATE catalog_variant"),
    ],
  ])("is saved in few statements when %s", async (_, after, statements) => {
    const { session, written } = storing(stored);
    await saveVariants(session, [], [shirt(after)]);

    expect(written).toEqual(statements);
  });
});
