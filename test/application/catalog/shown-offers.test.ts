import { expect, test } from "vitest";
import { pageRequest } from "../../../src/application/shared/page.js";
import { ADMIN_KEY_HOLDER, GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import { fileOf, mugSheet, variantSheet } from "../../builders/product-sheet.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

test("the shop is never told what a variant costs its merchant, however it asks", async () => {
  const { catalog, database } = inMemoryCatalog();
  await catalog.importProducts(
    {
      file: fileOf(mugSheet({ variants: [variantSheet({ price: "18.90", cost: "7.50" })] })),
      onProduct: () => undefined,
    },
    OPERATOR,
  );
  const ids = [...database.rows<ProductSnapshot>("product").values()].map(({ id }) => id);
  const asked = {
    ids,
    page: pageRequest({}),
    fields: new Set<never>(),
    offered: new Set(["price", "cost", "onHand"] as const),
  };

  const [forShop] = [...(await catalog.shop.variantsOfProducts(asked, GUEST)).values()];
  const [forStaff] = [
    ...(await catalog.admin.variantsOfProducts(asked, ADMIN_KEY_HOLDER)).values(),
  ];

  expect(Object.keys(forShop?.items[0]?.item.offer ?? {})).toEqual(["price"]);
  expect(forStaff?.items[0]?.item.offer).toMatchObject({
    price: { minorUnits: 1_890 },
    cost: { minorUnits: 750 },
  });
});
