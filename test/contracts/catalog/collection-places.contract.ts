import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Collection } from "../../../src/domain/catalog/collection.js";
import { CollectionNotFound, SlugTaken } from "../../../src/domain/catalog/errors.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { productId } from "../../builders/product-content.js";
import { ADDED, collectionId, fillShelf } from "../../builders/shelf.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import { NOW } from "./catalog-shelf.js";
import { ALL, NO_FIELDS, numbers, STAFF } from "./walks.js";

const [KITCHEN, GIFTS] = [collectionId(1), collectionId(2)];

/** What every keeper of collections must do with them and with the products in them. */
export const collectionPlaces = (open: () => Promise<ReadsSubject>): void => {
  describe("collections and the products in them", () => {
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
        await inUnit(({ collections }) => collections.insert(KITCHEN, products.map(productId), at))
      ).map((id) => Number(id.slice(-6)));
    const move = async (...moves: readonly (readonly [number, number])[]) =>
      (
        await inUnit(({ collections }) =>
          collections.move(
            KITCHEN,
            moves.map(([product, to]) => ({ product: productId(product), to })),
          ),
        )
      ).map((id) => Number(id.slice(-6)));

    beforeEach(async () => {
      subject = await open();
      await fillShelf(subject.unitOfWork, {
        products: Array.from({ length: 9 }, (_, index) => ({ number: index + 1 })),
        collections: [
          { number: 1, products: [1, 2, 3, 4] },
          { number: 2, products: [1, 2] },
        ],
      });
    });
    afterEach(async () => subject.close?.());

    test("who saves or removes an outdated collection is told, and nothing is lost", async () => {
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

    test("what became of their products is stored with them", async () => {
      await inUnit(async ({ collections }) => {
        const kitchen = await collections.get(KITCHEN);
        kitchen.rearrange({ added: await collections.insert(KITCHEN, [productId(5)], null) }, NOW);
        kitchen.rearrange({ removed: await collections.withdraw(KITCHEN, [productId(1)]) }, NOW);
        await collections.save(kitchen);
      });

      expect(
        (await inUnit(({ collections }) => collections.get(KITCHEN))).snapshot(),
      ).toMatchObject({ version: 3, createdAt: ADDED, updatedAt: NOW });
      expect(await order()).toEqual([2, 3, 4, 5]);
    });

    test("have slugs of their own", async () => {
      expect(
        await inUnit(({ collections }) =>
          collections.takenSlugs(["collection-1", "collection-9", "mug-1"]),
        ),
      ).toEqual(new Set(["collection-1"]));
      const twin = Collection.create(
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
          translations: [],
        },
        NOW,
      );
      await expect(inUnit(({ collections }) => collections.save(twin))).rejects.toThrow(
        new SlugTaken("collection-1"),
      );
    });

    test("are gone with their order, and their products stay", async () => {
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

    test("take products at the end, at the beginning and in between, each once", async () => {
      expect(await insert([5, 5], null)).toEqual([5]);
      expect(await insert([6, 2, 7], 0)).toEqual([6, 7]);
      expect(await order()).toEqual([6, 7, 1, 2, 3, 4, 5]);
      expect(await insert([8], 3)).toEqual([8]);
      expect(await insert([9], 100)).toEqual([9]);
      expect(await insert([9, 8], 0)).toEqual([]);
      expect(await order()).toEqual([6, 7, 1, 8, 2, 3, 4, 5, 9]);
      expect(await order(GIFTS)).toEqual([1, 2]);
    });

    test("let products go", async () => {
      expect(
        await inUnit(({ collections }) =>
          collections.withdraw(KITCHEN, [2, 4, 2, 9].map(productId)),
        ),
      ).toEqual([productId(2), productId(4)]);
      expect(await order()).toEqual([1, 3]);
      expect(
        await inUnit(({ collections }) => collections.inside(KITCHEN, [1, 2].map(productId))),
      ).toEqual(new Set([productId(1)]));
      expect(await order(GIFTS)).toEqual([1, 2]);
    });

    test("move products one after the other to a place among the others", async () => {
      expect(await move([4, 0], [1, 2])).toEqual([4, 1]);
      expect(await order()).toEqual([4, 2, 1, 3]);
      expect(await move([4, 99], [2, 0], [9, 1])).toEqual([4]);
      expect(await order()).toEqual([2, 1, 3, 4]);
      expect(await move([2, 0], [1, 1], [4, 3], [4, 250])).toEqual([]);
    });

    test("keep their order however often a place is fought for", async () => {
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
