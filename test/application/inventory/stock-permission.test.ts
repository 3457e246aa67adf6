import { beforeEach, describe, expect, test } from "vitest";
import { productCreate } from "../../../src/application/catalog/products/product-create.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { productVariantsUpdate } from "../../../src/application/catalog/variants/product-variants-update.js";
import { PermissionDenied, type Viewer } from "../../../src/application/shared/viewer.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { productId, variantId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const EDITOR: Viewer = {
  kind: "admin-key",
  id: "editor",
  permissions: new Set(["catalog:read", "catalog:write"]),
};

describe("stock", () => {
  let database: InMemoryDatabase;
  const needs = () => ({
    unitOfWork: database.unitOfWork(inMemoryStores),
    clock: fixedClock(),
    ids: numberedIds(),
    currency: "EUR",
  });

  beforeEach(async () => {
    database = new InMemoryDatabase();
    await openTestMarket(needs().unitOfWork);
    await fillShop(needs().unitOfWork, {
      products: [{ number: 1, pricesAndStock: [{ onHand: 4 }] }],
    });
  });

  test.each([
    [
      "variantsUpdate",
      () =>
        variantsUpdate(needs())({ items: [{ id: variantId(1), changes: { onHand: 9 } }] }, EDITOR),
    ],
    [
      "productVariantsUpdate",
      () =>
        productVariantsUpdate(needs())(
          { id: productId(1), variants: [{ id: variantId(1), changes: { onHand: null } }] },
          EDITOR,
        ),
    ],
    [
      "productCreate",
      () =>
        productCreate(needs())({ product: { title: "Cup", variants: [{ onHand: 1 }] } }, EDITOR),
    ],
  ])(
    "cannot come with products by %s from a viewer who may only write the catalogue",
    async (_, send) => {
      const before = database.dump();

      await expect(send()).rejects.toThrow(new PermissionDenied("inventory:write"));
      expect(database.dump()).toBe(before);
    },
  );
});
