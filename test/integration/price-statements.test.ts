import type { QueryRunner } from "typeorm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createDataSource } from "../../src/infrastructure/create-data-source.js";
import { ReadSource } from "../../src/infrastructure/shared/database/read-source.js";
import { fillShop } from "../builders/fill-shop.js";
import { aVariant, variantId } from "../builders/product-content.js";
import { LIST_PRICES, PRICES } from "../contracts/idempotency/sample-ids.js";
import { editing, type Editing } from "../interface/editing.js";
import { openWorld } from "../interface/world.js";
import { DEADLINES, embeddedStore } from "./embedded-store.js";

const SIZES = [1, 200, 2_000] as const;
/** The second number of a product is the size. */
const firstOf = (index: number): number => 100_000 * (index + 1);

describe("a change of one price", () => {
  let store: Awaited<ReturnType<typeof embeddedStore>>;
  let shop: Editing;
  let francs: string;
  const statements: string[] = [];

  beforeAll(async () => {
    store = await embeddedStore();
    vi.spyOn(performance, "now").mockReturnValue(0);
    shop = await editing(() => openWorld({}, { ...store, readMarkets: () => store.markets.all() }));
    await fillShop(store.unitOfWork, {
      products: SIZES.map((size, index) => ({
        number: 5_000 + index,
        content: {
          options: [{ name: "Size", values: Array.from({ length: size }, (_, n) => `size ${n}`) }],
          variants: Array.from({ length: size }, (_, n) =>
            aVariant(firstOf(index) + n, { optionValues: [`size ${n}`] }),
          ),
        },
        pricesAndStock: Array.from({ length: size }, (_, n) => ({ price: `${20 + (n % 7)}.00` })),
      })),
    });
    const { payload } = await shop.mutate(
      "priceListCreate",
      { priceList: { key: "francs", currency: "CHF" } },
      "priceList { id }",
    );
    francs = (payload["priceList"] as { id: string }).id;
    for (const index of SIZES.keys())
      await shop.mutate("priceListPricesSet", {
        priceListId: francs,
        items: [{ variantId: variantId(firstOf(index)), price: "30.00" }],
      });
    const aside = await createDataSource({
      kind: "embedded",
      file: store.file,
      deadlines: DEADLINES,
    }).initialize();
    const runners = Object.getPrototypeOf(aside.createQueryRunner()) as QueryRunner;
    await aside.destroy();
    const query = Reflect.get(runners, "query") as (
      this: QueryRunner,
      ...given: unknown[]
    ) => Promise<unknown>;
    vi.spyOn(runners, "query").mockImplementation(function (this: QueryRunner, ...given) {
      statements.push(given[0]);
      return query.call(this, ...given);
    });
    const readQuery = Reflect.get(ReadSource.prototype, "query");
    vi.spyOn(ReadSource.prototype, "query").mockImplementation(function (
      this: ReadSource,
      ...given
    ) {
      statements.push(given[0]);
      return readQuery.apply(this, given);
    });
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await store.close();
  });

  const counted = async (mutation: string, input: object, selection: string) => {
    statements.length = 0;
    const { payload } = await shop.mutate(
      mutation,
      input,
      selection,
      `key ${mutation} ${JSON.stringify(input)}`,
    );
    expect(payload).toMatchObject({ userErrors: [], results: [{ userErrors: [] }] });
    return statements.length;
  };

  test.each(SIZES.map((size, index) => [size, index] as const))(
    "takes at most twelve statements in a product of %i variants, all of them counted",
    async (_, index) => {
      const first = variantId(firstOf(index));

      expect(
        await counted("variantPricesSet", { items: [{ variantId: first, price: "5.00" }] }, PRICES),
      ).toBe(12);
      expect(
        await counted(
          "priceListPricesSet",
          { priceListId: francs, items: [{ variantId: first, price: "31.00" }] },
          LIST_PRICES,
        ),
      ).toBe(12);
    },
  );

  test("reads no other variant of its product", async () => {
    statements.length = 0;
    await shop.mutate("variantPricesSet", {
      items: [{ variantId: variantId(firstOf(2)), price: "6.00" }],
    });

    const rows = statements.filter(
      (sql) => sql.includes("FROM catalog_variant") && !sql.includes("v.id IN (?)"),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("MIN(p.price)");
  });
});
