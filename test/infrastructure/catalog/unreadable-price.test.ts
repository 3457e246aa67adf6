import { expect, test } from "vitest";
import { pageRequest } from "../../../src/application/shared/page.js";
import { variantReads } from "../../../src/infrastructure/catalog/products/variant-reads.js";
import type { ReadSource } from "../../../src/infrastructure/shared/database/read-source.js";
import { productId, variantId } from "../../builders/product-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";

test("a price that cannot be read is an error in its own place, and the rest of the list is still read", async () => {
  const row = (n: number, price: number) => ({
    id: variantId(n),
    product_id: productId(1),
    cursor_key: n - 1,
    sku: `MUG-${n}`,
    currency: "EUR",
    price,
  });
  const source: Pick<ReadSource, "dialect" | "query"> = {
    dialect: "sqlite",
    query: async () => [row(1, 12.5), row(2, 1_250)],
  };

  const pages = await variantReads(source as ReadSource, fixedClock()).variantsOfProducts(
    [productId(1)],
    pageRequest({}),
    new Set(["sku"]),
    { fields: new Set(["price"]) },
  );

  expect(
    pages
      .get(productId(1))
      ?.items.map(({ item: { sku, priceAndStock } }) => [
        sku,
        priceAndStock instanceof Error ? "unreadable" : priceAndStock?.price?.toDecimal(),
      ]),
  ).toEqual([
    ["MUG-1", "unreadable"],
    ["MUG-2", "12.50"],
  ]);
});
