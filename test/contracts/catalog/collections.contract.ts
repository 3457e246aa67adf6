import { describe, expect, test } from "vitest";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { CollectionFilter } from "../../../src/application/catalog/ports/collection-list.js";
import { InvalidCursor, type PageRequest } from "../../../src/application/shared/page.js";
import { Money } from "../../../src/domain/shared/money.js";
import { mediaId, variantId } from "../../builders/product-content.js";
import { collectionId } from "../../builders/fill-shop.js";
import { reserveUnits } from "../../builders/reserve-units.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import { NOW } from "./catalog-content.js";
import {
  ALL,
  EMPTY,
  NO_FIELDS,
  SHOPPER,
  STAFF,
  first,
  numbers,
  walkBackwards,
  walkForwards,
} from "./page-walks.js";

/** Collections with their products, and what variants are offered for. */
export const collectionsContract = (subject: () => ReadsSubject): void => {
  describe("collections", () => {
    for (const [key, order] of [
      ["TITLE", [4, 2, 1]],
      ["CREATED", [1, 2, 4]],
      ["UPDATED", [1, 2, 4]],
    ] as const)
      for (const reverse of [false, true])
        test(`${key}${reverse ? ", reversed" : ""} shows each visible collection once in either direction`, async () => {
          const expected = reverse ? order.toReversed() : order;
          const ask = (page: PageRequest) =>
            subject().reads.collections({ sort: { key, reverse }, page }, SHOPPER, NO_FIELDS);

          expect(await walkForwards(ask, 2)).toEqual(expected);
          expect(await walkBackwards(ask, 2)).toEqual(expected);
        });

    test.each([
      [{ text: "ATHER" }, [4]],
      [{ text: "t" }, [4, 2, 1, 3]],
      [{ text: "%" }, []],
      [{ published: { is: true, at: NOW } }, [4, 2, 1]],
      [{ published: { is: false, at: NOW } }, [3]],
      [{ published: { is: false, at: new Date("2025-12-01T07:59:59.000Z") } }, [4, 2, 1, 3]],
      [{ text: "kitchen", published: { is: false, at: NOW } }, []],
    ])("are found by %j", async (filter, expected) => {
      expect(
        numbers(
          await subject().reads.collections(
            { filter, sort: { key: "TITLE", reverse: false }, page: ALL },
            STAFF,
            NO_FIELDS,
          ),
        ),
      ).toEqual(expected);
      expect(await subject().reads.countCollections(STAFF, filter)).toBe(expected.length);
    });

    test("are counted for each audience", async () => {
      expect(await subject().reads.countCollections(SHOPPER)).toBe(3);
      expect(await subject().reads.countCollections(STAFF)).toBe(4);
    });

    test("refuse the cursor of another order", async () => {
      const { items } = await subject().reads.collections(
        { sort: { key: "TITLE", reverse: false }, page: first(1) },
        SHOPPER,
        NO_FIELDS,
      );

      await expect(
        subject().reads.collections(
          { sort: { key: "CREATED", reverse: false }, page: first(1, items[0]?.cursor) },
          SHOPPER,
          NO_FIELDS,
        ),
      ).rejects.toThrow(InvalidCursor);
    });

    test("have only the requested fields", async () => {
      const all = [
        "slug",
        "title",
        "descriptionHtml",
        "publication",
        "seo",
        "image",
        "kind",
        "rules",
        "sortOrder",
        "parentId",
        "evaluating",
        "version",
        "createdAt",
        "updatedAt",
      ] as const;
      const [whole] = await subject().reads.collectionsById(
        [collectionId(1)],
        SHOPPER,
        new Set(all),
      );

      expect(whole).toEqual({
        id: collectionId(1),
        slug: "collection-1",
        title: "Kitchen",
        descriptionHtml: "<p>Chosen by hand.</p>",
        publication: { from: new Date("2025-12-01T08:00:00.000Z"), until: null },
        seo: { title: "", description: "" },
        image: { id: mediaId(9_001), url: "/media/collection-1.webp", alt: "Collection 1" },
        kind: "MANUAL",
        rules: null,
        sortOrder: "MANUAL",
        parentId: null,
        evaluating: false,
        version: 1,
        createdAt: new Date("2025-12-01T08:00:00.000Z"),
        updatedAt: new Date("2025-12-01T08:00:00.000Z"),
      });
      for (const field of all)
        expect(
          await subject().reads.collectionsBySlug(["collection-1"], SHOPPER, new Set([field])),
        ).toEqual([{ id: collectionId(1), slug: "collection-1", [field]: whole?.[field] }]);
    });

    test("are listed below a parent, and at the top", async () => {
      const list = async (filter: CollectionFilter, audience: Audience = STAFF) =>
        numbers(
          await subject().reads.collections(
            { filter, sort: { key: "MANUAL", reverse: false }, page: ALL },
            audience,
            NO_FIELDS,
          ),
        );

      expect([
        await list({ parent: null }),
        await list({ parent: collectionId(1) }),
        await list({ parent: collectionId(4) }),
        await list({ kind: "AUTOMATED" }),
      ]).toEqual([[1, 3], [2], [], []]);
      expect([
        await list({ parent: null }, SHOPPER),
        await subject().reads.countCollections(STAFF, { parent: null }),
      ]).toEqual([[1], 2]);
    });

    test("have their children and breadcrumbs read in one statement for all", async () => {
      const ids = [1, 2, 3, 4].map(collectionId);
      const pages = await subject().reads.childrenOfCollections(
        ids,
        first(5),
        SHOPPER,
        new Set(["title"]),
      );
      const crumbs = await subject().reads.breadcrumbsOfCollections(
        ids,
        SHOPPER,
        new Set(["title"]),
      );

      expect(ids.map((id) => numbers(pages.get(id) ?? EMPTY))).toEqual([[2], [4], [], []]);
      expect(await subject().reads.countChildrenOfCollections(ids, STAFF)).toEqual(
        new Map([
          [ids[0], 1],
          [ids[1], 1],
          [ids[2], 0],
          [ids[3], 0],
        ]),
      );
      expect(crumbs).toEqual(
        new Map([
          [collectionId(2), [{ id: collectionId(1), title: "Kitchen" }]],
          [
            collectionId(4),
            [
              { id: collectionId(1), title: "Kitchen" },
              { id: collectionId(2), title: "Gifts" },
            ],
          ],
        ]),
      );
    });

    test.each([
      ["TITLE_ASC", false],
      ["TITLE_DESC", true],
    ] as const)(
      "have their products in the order %s when that is their order",
      async (order, reverse) => {
        const page =
          (
            await subject().reads.productsOfCollections(
              [collectionId(1)],
              ALL,
              STAFF,
              NO_FIELDS,
              order,
            )
          ).get(collectionId(1)) ?? EMPTY;
        const listed = await subject().reads.products(
          { filter: { collection: collectionId(1) }, sort: { key: "TITLE", reverse }, page: ALL },
          STAFF,
          NO_FIELDS,
        );

        expect(numbers(page)).toEqual(numbers(listed));
        expect(numbers(page).length).toBe(6);
      },
    );

    test.each([
      ["a shopper", SHOPPER],
      ["staff", STAFF],
    ] as const)("have the counts that %s sees", async (_, audience) => {
      const ids = [1, 2, 4].map(collectionId);
      const pages = await subject().reads.productsOfCollections(ids, ALL, audience, NO_FIELDS);
      const counts = await subject().reads.countProductsOfCollections(ids, audience);

      expect(counts).toEqual(new Map(ids.map((id) => [id, pages.get(id)?.items.length])));
      expect(counts.get(collectionId(4))).toBe(audience === SHOPPER ? 0 : 1);
    });

    test("have a page of their products each, in manual order", async () => {
      const pages = await subject().reads.productsOfCollections(
        [collectionId(1), collectionId(2), collectionId(4)],
        first(3),
        SHOPPER,
        NO_FIELDS,
      );
      const found = [1, 2, 4].map((n) => pages.get(collectionId(n)));

      expect(found.map((page) => page && numbers(page))).toEqual([[5, 1, 3], [6, 1], []]);
      expect(found.map((page) => page?.hasNextPage)).toEqual([true, false, false]);
    });

    for (const size of [1, 2, 4])
      test(`show each of their products once in either direction, ${size} at a time`, async () => {
        const ask = async (page: PageRequest) =>
          (
            await subject().reads.productsOfCollections(
              [collectionId(1), collectionId(2)],
              page,
              SHOPPER,
              NO_FIELDS,
            )
          ).get(collectionId(1)) ?? EMPTY;

        expect(await walkForwards(ask, size)).toEqual([5, 1, 3, 8, 2]);
        expect(await walkBackwards(ask, size)).toEqual([5, 1, 3, 8, 2]);
      });
  });

  describe("price and stock", () => {
    test("are read field by field", async () => {
      const { pricesAndStock } = subject();
      const whole = {
        price: Money.of(3_000, "EUR"),
        compareAt: Money.of(4_500, "EUR"),
        cost: Money.of(1_100, "EUR"),
        onHand: 4,
        available: 4,
        stockVersion: 1,
      };

      expect(
        await pricesAndStock.byVariant(
          [variantId(10)],
          new Set(["price", "compareAt", "cost", "onHand", "available", "stockVersion"]),
        ),
      ).toEqual(new Map([[variantId(10), whole]]));
      for (const field of [
        "price",
        "compareAt",
        "cost",
        "onHand",
        "available",
        "stockVersion",
      ] as const)
        expect(await pricesAndStock.byVariant([variantId(10)], new Set([field]))).toEqual(
          new Map([[variantId(10), { [field]: whole[field] }]]),
        );
    });

    test("reserved units are not available", async () => {
      await subject().unitOfWork.run((stores) => reserveUnits(stores, variantId(20), 3));

      expect(
        (
          await subject().pricesAndStock.byVariant(
            [variantId(20)],
            new Set(["onHand", "available", "stockVersion"]),
          )
        ).get(variantId(20)),
      ).toEqual({ onHand: 5, available: 2, stockVersion: 1 });
    });

    test("a variant without price and stock has neither, an unknown variant is absent", async () => {
      const found = await subject().pricesAndStock.byVariant(
        [variantId(40), variantId(99_999)],
        new Set(["price", "available"]),
      );

      expect([
        found.get(variantId(40))?.price ?? null,
        found.get(variantId(40))?.available ?? null,
        found.has(variantId(99_999)),
      ]).toEqual([null, null, false]);
      expect(await subject().pricesAndStock.byVariant([], new Set(["price"]))).toEqual(new Map());
    });
  });
};
