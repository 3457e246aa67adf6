import { describe, expect, test } from "vitest";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type {
  ProductFilter,
  ProductSort,
  ProductSortKey,
} from "../../../src/application/catalog/ports/product-list.js";
import { InvalidCursor, type PageRequest } from "../../../src/application/shared/page.js";
import { productId, variantId } from "../../builders/product-content.js";
import { collectionId } from "../../builders/fill-shop.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import {
  ALL,
  NO_FIELDS,
  SHOPPER,
  STAFF,
  first,
  last,
  numbers,
  walkBackwards,
  walkForwards,
  type Identified,
} from "./page-walks.js";

/** How products are put in order and cut into pages. */
export const productLists = (subject: () => ReadsSubject): void => {
  const products = (
    filter: ProductFilter,
    sort: ProductSort,
    page: PageRequest,
    audience: Audience = SHOPPER,
  ) => subject().reads.products({ filter, sort, page }, audience, NO_FIELDS);

  describe("the order of products", () => {
    const ORDERS: readonly (readonly [ProductSortKey, ProductFilter, readonly number[]])[] = [
      ["TITLE", {}, [2, 3, 5, 6, 1, 4, 8, 7]],
      ["PRICE", {}, [6, 2, 3, 5, 7, 8, 1, 4]],
      ["CREATED", {}, [8, 1, 2, 3, 4, 5, 6, 7]],
      ["MANUAL", {}, [8, 1, 2, 3, 4, 5, 6, 7]],
      ["TITLE", { collection: collectionId(1) }, [2, 3, 5, 1, 8]],
      ["MANUAL", { collection: collectionId(1) }, [5, 1, 3, 8, 2]],
    ];
    for (const [key, filter, order] of ORDERS)
      for (const reverse of [false, true])
        for (const size of [1, 3, 100])
          test(`${key}${filter.collection ? " in a collection" : ""}${reverse ? ", reversed" : ""}, ${size} at a time, shows each product once in either direction`, async () => {
            const expected = reverse ? order.toReversed() : order;
            const ask = (page: PageRequest) => products(filter, { key, reverse }, page);

            expect(await walkForwards(ask, size)).toEqual(expected);
            expect(await walkBackwards(ask, size)).toEqual(expected);
          });

    test("products without a price are last, and first in reverse order", async () => {
      expect(numbers(await products({}, { key: "PRICE", reverse: false }, last(1)))).toEqual([4]);
      expect(numbers(await products({}, { key: "PRICE", reverse: true }, first(1)))).toEqual([4]);
    });
  });

  describe("pages of products", () => {
    const byTitle: ProductSort = { key: "TITLE", reverse: false };
    const flags = ({ hasNextPage, hasPreviousPage }: Identified) => ({
      hasNextPage,
      hasPreviousPage,
    });
    const cursors = async () =>
      (await products({}, byTitle, ALL)).items.map(({ cursor }) => cursor);

    test("a page says whether there is more on either side", async () => {
      const all = await cursors();

      expect(flags(await products({}, byTitle, first(3)))).toEqual({
        hasNextPage: true,
        hasPreviousPage: false,
      });
      expect(flags(await products({}, byTitle, first(3, all[2])))).toEqual({
        hasNextPage: true,
        hasPreviousPage: true,
      });
      expect(flags(await products({}, byTitle, first(3, all[4])))).toEqual({
        hasNextPage: false,
        hasPreviousPage: true,
      });
      expect(flags(await products({}, byTitle, last(3)))).toEqual({
        hasNextPage: false,
        hasPreviousPage: true,
      });
      expect(flags(await products({}, byTitle, last(3, all[3])))).toEqual({
        hasNextPage: true,
        hasPreviousPage: false,
      });
      expect(flags(await products({}, byTitle, ALL))).toEqual({
        hasNextPage: false,
        hasPreviousPage: false,
      });
    });

    test("both ends may be given", async () => {
      const all = await cursors();

      expect(
        numbers(await products({}, byTitle, { ...ALL, after: all[1] ?? "", before: all[5] ?? "" })),
      ).toEqual([5, 6, 1]);
      expect(
        numbers(
          await products({}, byTitle, { ...last(2), after: all[1] ?? "", before: all[5] ?? "" }),
        ),
      ).toEqual([6, 1]);
    });

    test("the page after the last item is empty", async () => {
      const all = await cursors();

      expect(await products({}, byTitle, first(3, all.at(-1)))).toEqual({
        items: [],
        hasNextPage: false,
        hasPreviousPage: true,
      });
    });

    test("a cursor stays valid after its product was deleted", async () => {
      const all = await cursors();

      expect(numbers(await products({ tags: ["gift"] }, byTitle, first(3, all[2])))).toEqual([
        6, 1,
      ]);
    });

    test("a cursor of another order, or one made by hand, is an InvalidCursor", async () => {
      const [cursor = ""] = await cursors();
      const forged = [
        "",
        "x",
        "bm90aGluZw",
        Buffer.from("null").toString("base64url"),
        Buffer.from('["title"]').toString("base64url"),
        Buffer.from('["title",{},[]]').toString("base64url"),
      ];

      await expect(
        products({}, { key: "PRICE", reverse: false }, first(3, cursor)),
      ).rejects.toThrow(InvalidCursor);
      await expect(
        products({}, { key: "CREATED", reverse: false }, last(3, cursor)),
      ).rejects.toThrow(InvalidCursor);
      for (const text of forged)
        await expect(products({}, byTitle, first(3, text))).rejects.toThrow(InvalidCursor);
    });

    test("a cursor of products is invalid for collections", async () => {
      const [cursor = ""] = await cursors();
      const among = subject().reads.collections(
        { sort: { key: "TITLE", reverse: false }, page: first(3, cursor) },
        STAFF,
        NO_FIELDS,
      );

      await expect(among).rejects.toThrow(InvalidCursor);
    });

    test("a cursor in the right form with values that no list has is an InvalidCursor too", async () => {
      const forged = (...parts: unknown[]) =>
        Buffer.from(JSON.stringify(parts)).toString("base64url");
      const moment = "2026-01-01T00:00:00.000Z";

      for (const id of ["😀", "ほ", "\uD800", "\0", "' OR 1=1 --", "x".repeat(10_000)]) {
        await expect(products({}, byTitle, first(3, forged("title", "mug", id)))).rejects.toThrow(
          InvalidCursor,
        );
        await expect(
          products({}, { key: "CREATED", reverse: true }, last(3, forged("created", moment, id))),
        ).rejects.toThrow(InvalidCursor);
      }
      for (const time of [
        "1",
        "2026-01-01",
        "0000-01-01T00:00:00.000Z",
        "+275760-09-13T00:00:00.000Z",
        "-271821-04-20T00:00:00.000Z",
        "2026-01-01T00:00:00+01:00",
        "2026-02-30T00:00:00.000Z",
      ])
        await expect(
          products(
            {},
            { key: "CREATED", reverse: false },
            first(3, forged("created", time, productId(1))),
          ),
        ).rejects.toThrow(InvalidCursor);
      for (const price of [-1, 1.5, 2 ** 60, "1"])
        await expect(
          products(
            {},
            { key: "PRICE", reverse: false },
            first(3, forged("price", price, productId(1))),
          ),
        ).rejects.toThrow(InvalidCursor);
      for (const position of [-1, 0.5, 2 ** 60])
        await expect(
          subject().reads.variantsOfProducts(
            [productId(6)],
            first(3, forged("position", position, variantId(61))),
            NO_FIELDS,
          ),
        ).rejects.toThrow(InvalidCursor);
    });
  });
};
