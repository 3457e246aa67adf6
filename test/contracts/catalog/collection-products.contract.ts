import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Collection } from "../../../src/domain/catalog/collections/collection.js";
import { SlugTaken } from "../../../src/domain/catalog/errors.js";
import { CollectionNotFound } from "../../../src/domain/catalog/collections/errors.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { productId } from "../../builders/product-content.js";
import { ADDED_AT, collectionId, fillShop } from "../../builders/fill-shop.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import { NOW } from "./catalog-content.js";
import { ALL, NO_FIELDS, numbers, STAFF } from "./page-walks.js";

const [KITCHEN, GIFTS] = [collectionId(1), collectionId(2)];

/** What every keeper of collections must do with them and with the products in them. */
export const collectionProductsContract = (open: () => Promise<ReadsSubject>): void => {
  describe("the products of a collection", () => {
    let subject: ReadsSubject;
    const inUnit: ReadsSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
    const order = async (collection = KITCHEN) =>
      numbers(
        (await subject.reads.productsOfCollections([collection], ALL, STAFF, NO_FIELDS)).get(
          collection,
        ) ?? { items: [], hasNextPage: false, hasPreviousPage: false },
      );
    const insert = async (products: readonly number[], at: number | null) =>
      (
        await inUnit(({ collections }) =>
          collections.addProducts(KITCHEN, products.map(productId), at),
        )
      ).map((id) => Number(id.slice(-6)));
    const move = async (...moves: readonly (readonly [number, number])[]) =>
      (
        await inUnit(({ collections }) =>
          collections.moveProducts(
            KITCHEN,
            moves.map(([product, to]) => ({ product: productId(product), to })),
          ),
        )
      ).map((id) => Number(id.slice(-6)));

    beforeEach(async () => {
      subject = await open();
      await fillShop(subject.unitOfWork, {
        products: Array.from({ length: 9 }, (_, index) => ({ number: index + 1 })),
        collections: [
          { number: 1, products: [1, 2, 3, 4] },
          { number: 2, products: [1, 2] },
        ],
      });
    });
    afterEach(async () => subject.close?.());

    test("a collection that has changed since is neither saved nor removed, and nothing is lost", async () => {
      const [outdated, doomed] = await inUnit(
        async ({ collections }) =>
          [await collections.get(KITCHEN), await collections.get(KITCHEN)] as const,
      );
      const rename = (collection: Collection, title: string) =>
        collection.revise({ ...collection.snapshot(), title }, NOW);
      await inUnit(async ({ collections }) => {
        const current = await collections.get(KITCHEN);
        rename(current, "First");
        await collections.save(current);
      });
      rename(outdated, "Second");
      doomed.delete();

      await expect(inUnit(({ collections }) => collections.save(outdated))).rejects.toThrow(
        StaleVersion,
      );
      await expect(inUnit(({ collections }) => collections.remove(doomed))).rejects.toThrow(
        StaleVersion,
      );
      expect(
        (await inUnit(({ collections }) => collections.get(KITCHEN))).snapshot(),
      ).toMatchObject({ title: "First", version: 2, updatedAt: NOW });
      expect(await order()).toEqual([1, 2, 3, 4]);
    });

    test("the events about the products of a collection are stored with it", async () => {
      await inUnit(async ({ collections }) => {
        const kitchen = await collections.get(KITCHEN);
        kitchen.changeProducts(
          { added: await collections.addProducts(KITCHEN, [productId(5)], null) },
          NOW,
        );
        kitchen.changeProducts(
          { removed: await collections.removeProducts(KITCHEN, [productId(1)]) },
          NOW,
        );
        await collections.save(kitchen);
      });

      expect(
        (await inUnit(({ collections }) => collections.get(KITCHEN))).snapshot(),
      ).toMatchObject({ version: 3, createdAt: ADDED_AT, updatedAt: NOW });
      expect(await order()).toEqual([2, 3, 4, 5]);
    });

    test("a collection may have the slug of a product", async () => {
      expect(
        await inUnit(({ collections }) =>
          collections.takenSlugs(["collection-1", "collection-9", "mug-1"]),
        ),
      ).toEqual(new Set(["collection-1"]));
      const namesake = Collection.create(
        collectionId(3),
        {
          slug: "collection-1",
          title: "Twin",
          descriptionHtml: "",
          publication: null,
          seo: { title: "", description: "" },
          image: null,
          rules: null,
          sortOrder: "MANUAL",
          parentId: null,
          metafields: [],
          translations: [],
        },
        NOW,
      );
      await expect(inUnit(({ collections }) => collections.save(namesake))).rejects.toThrow(
        new SlugTaken("collection-1"),
      );
    });

    test("a removed collection loses its order, and its products stay", async () => {
      await inUnit(async ({ collections }) => {
        const kitchen = await collections.get(KITCHEN);
        kitchen.delete();
        await collections.remove(kitchen);
      });

      await expect(inUnit(({ collections }) => collections.get(KITCHEN))).rejects.toThrow(
        CollectionNotFound,
      );
      expect([await order(), await order(GIFTS)]).toEqual([[], [1, 2]]);
      expect(
        await inUnit(({ products }) => products.existing([productId(1), productId(99)])),
      ).toEqual(new Set([productId(1)]));
    });

    test("products are inserted at the end, at the beginning and in between, each once", async () => {
      expect(await insert([5, 5], null)).toEqual([5]);
      expect(await insert([6, 2, 7], 0)).toEqual([6, 7]);
      expect(await order()).toEqual([6, 7, 1, 2, 3, 4, 5]);
      expect(await insert([8], 3)).toEqual([8]);
      expect(await insert([9], 100)).toEqual([9]);
      expect(await insert([9, 8], 0)).toEqual([]);
      expect(await order()).toEqual([6, 7, 1, 8, 2, 3, 4, 5, 9]);
      expect(await order(GIFTS)).toEqual([1, 2]);
    });

    test("products are removed", async () => {
      expect(
        await inUnit(({ collections }) =>
          collections.removeProducts(KITCHEN, [2, 4, 2, 9].map(productId)),
        ),
      ).toEqual([productId(2), productId(4)]);
      expect(await order()).toEqual([1, 3]);
      expect(
        await inUnit(({ collections }) => collections.members(KITCHEN, [1, 2].map(productId))),
      ).toEqual(new Set([productId(1)]));
      expect(await order(GIFTS)).toEqual([1, 2]);
    });

    test("products are moved one after another to a position among the others", async () => {
      expect(await move([4, 0], [1, 2])).toEqual([4, 1]);
      expect(await order()).toEqual([4, 2, 1, 3]);
      expect(await move([4, 99], [2, 0], [9, 1])).toEqual([4]);
      expect(await order()).toEqual([2, 1, 3, 4]);
      expect(await move([2, 0], [1, 1], [4, 3], [4, 250])).toEqual([]);
    });

    test("the order stays correct however often products are moved to the same position", async () => {
      await insert([5, 6, 7, 8, 9], null);
      await move([9, 0]);
      let expected = await order();
      for (let round = 0; round < 60; round++) {
        const product = (round % 8) + 1;
        await move([product, 1]);
        expected = expected.filter((one) => one !== product).toSpliced(1, 0, product);
      }

      expect(await order()).toEqual(expected);
    });
  });
};
