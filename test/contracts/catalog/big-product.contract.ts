import { CONTEXTS } from "../../../src/application/contexts.js";
import { openContexts } from "../../../src/application/shared/open-contexts.js";
import { testFingerprints } from "../../builders/test-fingerprints.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import { marketCreate } from "../../../src/application/pricing/markets/market-create.js";
import { ADMIN_KEY_HOLDER, GUEST } from "../../../src/application/shared/viewer.js";
import {
  createGraphqlEndpoints,
  type GraphqlEndpoint,
} from "../../../src/interface/graphql/server/create-graphql-endpoints.js";
import type { Answer } from "../../answer.js";
import { bigShirt } from "../../builders/big-shirt.js";
import { resultOf, openTestMarket } from "../../builders/open-test-market.js";
import { productId, variantId } from "../../builders/product-content.js";
import { fillShop } from "../../builders/fill-shop.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { catalogueDefects } from "../../integration/catalogue-defects.js";
import type { TwoStores } from "./busy-shop.contract.js";

const PAGE = `query Page($slug: String!, $options: [ChosenOption!]!) { product(by: { slug: $slug }) {
  title descriptionHtml options { name values } media(first: 10) { nodes { url alt } }
  variant(byOptions: $options) { id sku price { amount } available }
  selectedOrFirstAvailableVariant(selectedOptions: $options) { id sku optionValues { name value } price { amount } compareAtPrice { amount } stock weight { grams } }
  availableOptionValues(selectedOptions: $options) { name values { value exists available selected variant { id price { amount } } } }
  variants(first: 100, filter: { available: true }) { totalCount nodes { sku price { amount } stock } } } }`;

const [HUGE, SMALL] = [1, 2];

/** Products with as many variants as there may be. Run over SQLite and MySQL. */
export const bigProductContract = (name: string, open: () => Promise<TwoStores>): void => {
  describe(`a product with 2,000 variants: ${name}`, () => {
    let twice: TwoStores;
    let shop: GraphqlEndpoint;
    let statements: string[] = [];

    beforeAll(async () => {
      twice = await open();
      const [store] = twice.stores;
      await fillShop(store.unitOfWork, {
        products: [
          bigShirt(HUGE),
          {
            ...bigShirt(SMALL, [2, 10, 2]),
            pricesAndStock: Array.from({ length: 40 }, () => ({ price: "20.00" })),
          },
        ],
      });
      await openTestMarket(store.unitOfWork);
      const making = { ...store, clock: fixedClock(), ids: numberedIds(500_000), currency: "EUR" };
      const { priceListId } = resultOf(
        await priceListCreate(making)(
          { priceList: { key: "francs", currency: "CHF" } },
          ADMIN_KEY_HOLDER,
        ),
      );
      resultOf(
        await priceListPricesSet(making)(
          { priceListId, items: [{ variantId: variantId(10_150), price: "30.00" }] },
          ADMIN_KEY_HOLDER,
        ),
      );
      resultOf(
        await marketCreate(making)({ market: { key: "ch", priceListId } }, ADMIN_KEY_HOLDER),
      );
      const markets = await store.readMarkets();
      const needs = { ...store, clock: fixedClock(), ids: numberedIds(), currency: "EUR" };
      const app = openContexts(CONTEXTS, { ...needs, markets: { all: async () => markets } });
      ({ shop } = await createGraphqlEndpoints({
        app,
        publicUrl: "http://shop.example",
        fingerprints: testFingerprints,
        introspection: true,
        hideSchemaHints: false,
        denied: () => undefined,
        report: (error) => {
          throw error;
        },
      }));
      const query = store.readSource.query.bind(store.readSource);
      vi.spyOn(store.readSource, "query").mockImplementation((sql, values) => {
        statements.push(sql);
        return query(sql, values);
      });
    }, 60_000);
    beforeEach(() => {
      statements = [];
    });
    afterAll(async () => {
      for (const store of twice.stores) await store.close();
      await twice.drop();
    });

    const ask = async (
      query: string,
      variables: Record<string, unknown> = {},
      market?: string,
    ): Promise<Answer> => {
      const contextValue = await shop.context({
        viewer: GUEST,
        requestId: "test",
        market,
        locale: undefined,
      });
      const { body } = await shop.server.executeOperation({ query, variables }, { contextValue });
      if (body.kind !== "single") throw new Error("The answer came in pieces.");
      expect(body.singleResult.errors).toBeUndefined();
      return body.singleResult.data;
    };

    test("is read for its page in four statements, with option availability, images and a list of variants", async () => {
      const options = [
        { name: "Size", value: "Size 3" },
        { name: "Colour", value: "Colour 2" },
        { name: "Fabric", value: "Fabric 1" },
      ];
      const { product } = await ask(PAGE, { slug: "shirt-1", options });

      expect(statements).toHaveLength(4);
      // Colour 2, Size 3, Fabric 1 is number 120 of them, and one of it is left.
      expect(product.variant).toEqual({
        id: variantId(10_120),
        sku: "SKU-10120",
        price: { amount: "23.00" },
        available: true,
      });
      expect(product.selectedOrFirstAvailableVariant).toMatchObject({
        id: variantId(10_120),
        stock: 1,
        optionValues: [
          { name: "Colour", value: "Colour 2" },
          { name: "Size", value: "Size 3" },
          { name: "Fabric", value: "Fabric 1" },
        ],
      });
      expect(
        product.availableOptionValues.map(({ values }: { values: unknown[] }) => values.length),
      ).toEqual([20, 10, 10]);
      expect(product.availableOptionValues[1].values[5]).toEqual({
        value: "Size 6",
        exists: true,
        available: true,
        selected: false,
        variant: { id: variantId(10_150), price: { amount: "26.00" } },
      });
      expect(product.variants).toMatchObject({ totalCount: 1_714 });
      expect(product.variants.nodes).toHaveLength(100);
    });

    test("is read for its page in four statements also in a market that sells one of its variants, and only that one is available", async () => {
      const { product } = await ask(
        PAGE,
        { slug: "shirt-1", options: [{ name: "Colour", value: "Colour 1" }] },
        "ch",
      );

      expect(statements).toHaveLength(4);
      expect(product.selectedOrFirstAvailableVariant.id).toBe(variantId(10_150));
      expect(
        product.availableOptionValues
          .map(
            ({ values }: { values: { available: boolean }[] }) =>
              values.filter(({ available }) => available).length,
          )
          .every((count: number) => count <= 1),
      ).toBe(true);
      const { product: sold } = await ask(
        `{ product(by: { slug: "shirt-1" }) { variants(first: 5, filter: { available: true }) { totalCount nodes { id available price { amount currency } } } } }`,
        {},
        "ch",
      );
      expect(sold.variants).toEqual({
        totalCount: 1,
        nodes: [
          { id: variantId(10_150), available: true, price: { amount: "30.00", currency: "CHF" } },
        ],
      });
    });

    test("is read in a list with option availability in three statements, and without its variants when only links are requested", async () => {
      const LIST = (fields: string) =>
        `{ products(first: 20) { nodes { availableOptionValues(selectedOptions: []) { values { available variant { ${fields} } } } } } }`;
      await ask(LIST("id price { amount } sku"));
      expect(statements).toHaveLength(3);

      statements = [];
      await ask(LIST("id"));
      expect(statements).toHaveLength(1);
    });

    test("shows the availability of each variant, however many are counted at the same time", async () => {
      const counts = Array.from({ length: 40 }, (_, index) => ({
        variantId: variantId(SMALL * 10_000 + index),
        onHand: (index + 3) % 5,
      }));
      const outcomes = await Promise.all(
        counts.map((count, index) =>
          stockCount({
            unitOfWork: (twice.stores[index % 2] ?? twice.stores[0]).unitOfWork,
            clock: fixedClock(),
          })({ counts: [count] }, ADMIN_KEY_HOLDER),
        ),
      );
      const [product] = await twice.stores[0].catalogReads.productsById(
        [productId(SMALL)],
        { sees: "everything" },
        new Set(["optionAvailability"]),
      );

      expect(outcomes.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect(product?.optionAvailability?.variants.map(({ available }) => available)).toEqual(
        counts.map(({ onHand }) => onHand > 0),
      );
      expect(
        (await catalogueDefects(twice.stores[0], new Date())).filter((defect) =>
          defect.includes("choices"),
        ),
      ).toEqual([]);
    }, 60_000);
  });
};
