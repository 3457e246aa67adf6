import { expect, test } from "vitest";
import { pageRequest } from "../../../src/application/shared/page.js";
import { ADMIN_KEY_HOLDER, GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { fileOf, mugRecord, variantRecord } from "../../builders/mug-record.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

test("the storefront never reads the cost of a variant, whatever fields it requests", async () => {
  const { catalog, database } = inMemoryCatalog();
  await catalog.importProducts(
    {
      file: fileOf(mugRecord({ variants: [variantRecord({ price: "18.90", cost: "7.50" })] })),
      onProduct: () => undefined,
    },
    OPERATOR,
  );
  const ids = [...database.rows<ProductSnapshot>("product").values()].map(({ id }) => id);
  const request = {
    ids,
    page: pageRequest({}),
    fields: new Set<never>(),
    priceAndStock: new Set(["price", "cost", "onHand"] as const),
  };

  const [forShop] = [...(await catalog.shop.variantsOfProducts(request, GUEST)).values()];
  const [forStaff] = [
    ...(await catalog.admin.variantsOfProducts(request, ADMIN_KEY_HOLDER)).values(),
  ];

  expect(Object.keys(forShop?.items[0]?.item.priceAndStock ?? {})).toEqual(["price"]);
  expect(forStaff?.items[0]?.item.priceAndStock).toMatchObject({
    price: { minorUnits: 1_890 },
    cost: { minorUnits: 750 },
  });
});
