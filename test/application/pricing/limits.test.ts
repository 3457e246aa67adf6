import { beforeEach, describe, expect, test } from "vitest";
import {
  MAX_PRICE_LISTS,
  priceListCreate,
} from "../../../src/application/pricing/price-lists/price-list-create.js";
import { feeCreate } from "../../../src/application/pricing/fees/fee-create.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { productDelete } from "../../../src/application/catalog/products/product-delete.js";
import { productVariantsRemove } from "../../../src/application/catalog/variants/product-variants-remove.js";
import {
  marketCreate,
  MAX_MARKETS,
} from "../../../src/application/pricing/markets/market-create.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket, resultOf } from "../../builders/open-test-market.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const [SMALL, LARGE] = [variantId(11), variantId(12)];

describe("a shop with price lists", () => {
  const unitOfWork = new InMemoryDatabase().unitOfWork(inMemoryStores);
  let needs = { unitOfWork, clock: fixedClock(), ids: numberedIds(900_000), currency: "EUR" };
  const list = (key: string, currency = "EUR") =>
    priceListCreate(needs)({ priceList: { key, currency } }, OPERATOR);
  const market = (key: string) => marketCreate(needs)({ market: { key } }, OPERATOR);

  beforeEach(async () => {
    const database = new InMemoryDatabase();
    needs = { ...needs, unitOfWork: database.unitOfWork(inMemoryStores) };
    await openTestMarket(needs.unitOfWork);
    await fillShop(needs.unitOfWork, {
      products: [
        {
          number: 1,
          content: {
            options: [{ name: "Size", values: ["S", "L"] }],
            variants: [
              aVariant(11, { optionValues: ["S"] }),
              aVariant(12, { optionValues: ["L"] }),
            ],
          },
          pricesAndStock: [{ price: "10.00" }, { price: "12.00" }],
        },
      ],
    });
  });

  test("has at most 100 fees", async () => {
    const fee = (key: string) =>
      feeCreate(needs)(
        { fee: { key, kind: "DEPOSIT", amounts: [{ currency: "EUR", amount: "1" }] } },
        OPERATOR,
      );
    for (let n = 1; n <= 100; n += 1) resultOf(await fee(`fee-${n}`));

    expect((await fee("fee-101")).refusals).toMatchObject([
      { code: "TOO_MANY", facts: { count: 101, limit: 100 } },
    ]);
  });

  test("has at most 25 price lists", async () => {
    expect(MAX_PRICE_LISTS).toBe(25);
    for (let n = 1; n <= 25; n += 1) resultOf(await list(`list-${n}`));

    expect((await list("list-26")).refusals).toMatchObject([
      { code: "TOO_MANY", facts: { count: 26, limit: 25 } },
    ]);
  });

  test("has at most 100 markets, including the default one", async () => {
    expect(MAX_MARKETS).toBe(100);
    for (let n = 2; n <= 100; n += 1) resultOf(await market(`market-${n}`));

    expect((await market("market-101")).refusals).toMatchObject([
      { code: "TOO_MANY", facts: { count: 101, limit: 100 } },
    ]);
  });

  test.each([1, 2])(
    "removes the prices of a removed variant from %i price lists",
    async (count) => {
      const lists = [];
      for (let n = 1; n <= count; n += 1) lists.push(resultOf(await list(`list-${n}`)).priceListId);
      for (const priceListId of lists)
        resultOf(
          await priceListPricesSet(needs)(
            {
              priceListId,
              items: [
                { variantId: SMALL, price: "7.00" },
                { variantId: LARGE, price: "9.00" },
              ],
            },
            OPERATOR,
          ),
        );
      const prices = () =>
        needs.unitOfWork.run(async ({ listPrices }) => {
          const stored = await listPrices.ofVariants([SMALL, LARGE]);
          return [SMALL, LARGE].map((variant) => stored.get(variant)?.length ?? 0);
        });

      resultOf(
        await productVariantsRemove(needs)({ id: productId(1), variantIds: [SMALL] }, OPERATOR),
      );
      expect(await prices()).toEqual([0, count]);
      resultOf(await productDelete(needs)({ id: productId(1) }, OPERATOR));
      expect(await prices()).toEqual([0, 0]);
    },
  );
});
