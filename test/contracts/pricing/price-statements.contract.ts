import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Store } from "../../../src/infrastructure/store.js";
import { EmbeddedSession } from "../../../src/infrastructure/shared/database/embedded-sessions.js";
import { LentConnection } from "../../../src/infrastructure/shared/database/lent-connection.js";
import { ReadSource } from "../../../src/infrastructure/shared/database/read-source.js";
import { fillShop } from "../../builders/fill-shop.js";
import { aVariant, variantId } from "../../builders/product-content.js";
import { editing, type Editing } from "../../interface/editing.js";
import { openWorld } from "../../interface/world.js";
import { LIST_PRICES, PRICES } from "../idempotency/sample-ids.js";

const SIZES = [1, 200, 2_000] as const;
/** The second number of a product is the size. */
const firstOf = (index: number): number => 100_000 * (index + 1);
const LISTS = {
  "lists in another currency": ["CHF"],
  "a list that falls back on own prices": ["EUR", "CHF"],
} as const;

/** How many statements a change of one price takes, however many variants its product has. */
export const priceStatementsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  afterAll(end);

  describe.each(Object.entries(LISTS))(`${name}: with %s, a change of one price`, (_, lists) => {
    let store: Store;
    let shop: Editing;
    let list: string;
    const statements: string[] = [];

    beforeAll(async () => {
      store = await open();
      // As in a running process, which keeps the markets in memory until one of them changes.
      vi.spyOn(performance, "now").mockReturnValue(0);
      shop = await editing(() =>
        openWorld({}, { ...store, readMarkets: () => store.markets.all() }),
      );
      await fillShop(store.unitOfWork, {
        products: SIZES.map((size, index) => ({
          number: 5_000 + index,
          content: {
            options: [
              { name: "Size", values: Array.from({ length: size }, (_, n) => `size ${n}`) },
            ],
            variants: Array.from({ length: size }, (_, n) =>
              aVariant(firstOf(index) + n, { optionValues: [`size ${n}`] }),
            ),
          },
          pricesAndStock: Array.from({ length: size }, (_, n) => ({
            price: `${20 + (n % 7)}.00`,
          })),
        })),
      });
      for (const currency of lists.toReversed()) {
        const { payload } = await shop.mutate(
          "priceListCreate",
          { priceList: { key: currency.toLowerCase(), currency } },
          "priceList { id }",
        );
        list = (payload["priceList"] as { id: string }).id;
      }
      await store.markets.all();
      count(EmbeddedSession.prototype, "query");
      count(EmbeddedSession.prototype, "change");
      count(LentConnection.prototype, "query");
      count(LentConnection.prototype, "change");
      // On a server its statements are those of a connection.
      if (store.readSource.dialect === "sqlite") count(ReadSource.prototype, "query");
    });
    afterAll(async () => {
      vi.restoreAllMocks();
      await store.close();
    });

    const count = (prototype: object, method: "query" | "change") => {
      const queries = prototype as Record<typeof method, Query>;
      const query: Query = Reflect.get(queries, method);
      vi.spyOn(queries, method).mockImplementation(function (this: unknown, ...given) {
        statements.push(given[0]);
        return query.apply(this, given);
      });
    };
    const counted = async (mutation: string, input: object, selection: string) => {
      statements.length = 0;
      const { payload } = await shop.mutate(
        mutation,
        input,
        selection,
        `key ${mutation} ${JSON.stringify(input)}`,
      );
      expect(payload).toMatchObject({
        userErrors: [],
        warnings: [],
        results: [{ userErrors: [] }],
      });
      return statements.length;
    };
    const own = (number: number, price: object) =>
      counted("variantPricesSet", { items: [{ variantId: variantId(number), ...price }] }, PRICES);
    const listed = (number: number, price: string) =>
      counted(
        "priceListPricesSet",
        { priceListId: list, items: [{ variantId: variantId(number), price }] },
        LIST_PRICES,
      );
    const delisted = (number: number) =>
      counted(
        "priceListPricesRemove",
        { priceListId: list, items: [{ variantId: variantId(number) }] },
        LIST_PRICES,
      );

    test.each(SIZES.map((size, index) => [size, index] as const))(
      "takes at most thirteen statements in a product of %i variants, all of them counted",
      async (size, index) => {
        const first = firstOf(index);
        const inBetween = size > 1 ? first + 3 : first;

        const taken = {
          minimumMoves: await own(first, { price: "5.00" }),
          maximumMoves: await own(inBetween, { price: "99.00" }),
          nothingMoves: await own(inBetween, { cost: "1.00" }),
          listed: await listed(first, "31.00"),
          anotherAmount: await listed(first, "4.00"),
          // It moves a minimum that the list has taken from it.
          ownOfListed: await own(first, { price: "6.00" }),
          delisted: await delisted(first),
        };

        expect(Object.entries(taken).filter(([, count]) => count > 13)).toEqual([]);
        expect(taken.anotherAmount).toBe(12);
      },
    );

    test.each(SIZES.map((size, index) => [size, index] as const))(
      "that is removed or the first one takes at most fourteen in a product of %i variants",
      async (_, index) => {
        const first = firstOf(index);

        expect(await own(first, { price: null })).toBeLessThanOrEqual(14);
        expect(await own(first, { price: "7.00" })).toBeLessThanOrEqual(14);
      },
    );

    test("reads no other variant of its product", async () => {
      statements.length = 0;
      await shop.mutate("variantPricesSet", {
        items: [{ variantId: variantId(firstOf(2)), price: "6.50" }],
      });

      const rows = statements.filter(
        (sql) => sql.includes("catalog_variant v") && !sql.includes("v.id IN (?)"),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((sql) => !sql.startsWith("INSERT INTO"))).toEqual([]);
    });
  });
};

type Query = (this: unknown, sql: string, ...more: unknown[]) => Promise<unknown>;
