import { beforeEach, describe, expect, test } from "vitest";
import { productDuplicate } from "../../../src/application/catalog/products/product-duplicate.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { ADMIN_KEY_HOLDER, type Viewer } from "../../../src/application/shared/viewer.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket, resultOf } from "../../builders/open-test-market.js";
import { productId, variantId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const [MUG, BOWL, CUP] = [1, 2, 3];
const EDITOR: Viewer = {
  kind: "admin-key",
  id: "editor",
  permissions: new Set(["catalog:read", "catalog:write"]),
};

describe("a copy of a product", () => {
  let needs: ReturnType<typeof open>;
  const copyOf = async (product: number, viewer: Viewer) => {
    const { result, refusals } = await productDuplicate(needs)({ id: productId(product) }, viewer);
    if (!result) throw new Error(JSON.stringify(refusals));
    const prices = await needs.unitOfWork.run(async ({ products, prices, listPrices }) => {
      const copy = (await products.get(result.productId)).snapshot();
      const ids: readonly VariantId[] = copy.variants.map(({ id }) => id);
      const own = await prices.lock(ids);
      const inLists = await listPrices.ofVariants(ids);
      return {
        own: ids.map((id) => own.get(id)?.price?.price.toDecimal() ?? null),
        inLists: ids.flatMap((id) => inLists.get(id)?.map(({ price }) => price.toDecimal()) ?? []),
      };
    });
    return { prices, warnings: result.warnings.map(({ code, path }) => `${code} ${path.join()}`) };
  };

  beforeEach(async () => {
    needs = open();
    await openTestMarket(needs.unitOfWork);
    await fillShop(needs.unitOfWork, {
      products: [
        { number: MUG, pricesAndStock: [{ price: "20.00", cost: "8.00", onHand: 3 }] },
        { number: BOWL },
        { number: CUP },
      ],
    });
    const { priceListId } = resultOf(
      await priceListCreate(needs)(
        { priceList: { key: "francs", currency: "CHF" } },
        ADMIN_KEY_HOLDER,
      ),
    );
    for (const product of [MUG, CUP])
      await priceListPricesSet(needs)(
        { priceListId, items: [{ variantId: variantId(product), price: "21.00" }] },
        ADMIN_KEY_HOLDER,
      );
  });

  test("has the prices of the original, its own ones and those in price lists", async () => {
    expect(await copyOf(MUG, ADMIN_KEY_HOLDER)).toEqual({
      prices: { own: ["20.00"], inLists: ["21.00"] },
      warnings: [],
    });
  });

  test("has no prices when its maker may not write prices, and a warning says so", async () => {
    expect(await copyOf(MUG, EDITOR)).toEqual({
      prices: { own: [null], inLists: [] },
      warnings: ["PRICES_NOT_COPIED id"],
    });
    expect((await copyOf(CUP, EDITOR)).warnings).toEqual(["PRICES_NOT_COPIED id"]);
  });

  test("has nothing to warn of when the original has no prices", async () => {
    expect((await copyOf(BOWL, EDITOR)).warnings).toEqual([]);
  });
});

const open = () => ({
  unitOfWork: new InMemoryDatabase().unitOfWork(inMemoryStores),
  clock: fixedClock(),
  ids: numberedIds(900_000),
  currency: "EUR",
});
