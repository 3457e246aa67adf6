import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { search as searchOf } from "../../../src/application/search/search.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { addProduct, searching, titlesOf, type SearchSubject } from "./search-subject.js";
import {
  CATEGORIES,
  CATEGORY_PICKS,
  CLOTHES,
  countsOf,
  findClothes,
  toTitle,
  type CategoryPick,
} from "./clothes.js";

/** Searches in collections, with those below them or without, compared with a count one by one. */
export const collectionSearch = (open: () => Promise<SearchSubject>): void => {
  describe("the search in collections", () => {
    let subject: SearchSubject;
    let shop: Catalog;
    let search: ReturnType<typeof searching>;
    let shopSearch: ReturnType<typeof searchOf>["shop"];
    const ids = new Map<string, CollectionId>();
    const idOf = (title: string): CollectionId => ids.get(title) ?? ("" as CollectionId);

    beforeAll(async () => {
      subject = await open();
      const needs = { ...subject, clock: fixedClock(), ids: numberedIds(), currency: "EUR" };
      shop = catalog(needs);
      shopSearch = searchOf(needs).shop;
      search = searching(searchOf(needs));
      const products = new Map<string, ProductId>();
      for (const { title, tags, price } of CLOTHES)
        products.set(
          title,
          await addProduct(shop, title, { tags, variants: [{ price, onHand: 1 }] }),
        );
      for (const { title, parent, sortOrder, isHidden } of CATEGORIES) {
        const { result, refusals } = await shop.collectionCreate(
          {
            collection: {
              title,
              sortOrder,
              ...(parent !== null && { parentId: idOf(parent) }),
              productIds: CLOTHES.filter(({ categories }) => categories.includes(title)).map(
                (one) => String(products.get(one.title)),
              ),
            },
          },
          OPERATOR,
        );
        expect(refusals).toEqual([]);
        const id = String(result?.collectionId) as CollectionId;
        ids.set(title, id);
        if (!isHidden) await shop.collectionPublish({ id }, OPERATOR);
      }
    });
    afterAll(() => subject.close());

    const toRequest = (pick: CategoryPick) => ({
      ...(pick.in !== null && { in: { slug: pick.in.toLowerCase() } }),
      includeBelow: pick.includeBelow,
      filter: {
        ...(pick.categories.length > 0 && { collections: pick.categories.map(idOf) }),
        ...(pick.tags.length > 0 && { tags: pick.tags }),
      },
    });

    test("finds and counts what a look at one product after the other finds", async () => {
      await fc.assert(
        fc.asyncProperty(CATEGORY_PICKS, async (pick) => {
          const found = await search(pick.query, {
            ...toRequest(pick),
            sort: { key: "TITLE", reverse: false },
            withFacets: true,
          });
          const expected = findClothes(pick);

          expect(titlesOf(found)).toEqual(expected.map(toTitle).toSorted());
          expect(found.total).toBe(expected.length);
          const counts = found.facets
            .filter(({ kind }) => kind === "COLLECTION" || kind === "TAG")
            .flatMap(({ kind, values }) =>
              values.map(({ label, count }) => [`${kind} ${label}`, count] as const),
            );
          expect(Object.fromEntries(counts)).toEqual(countsOf(pick));
        }),
        { numRuns: 200, seed: 7 },
      );
    });

    test.each([
      ["Men", (a: string, b: string) => (a < b ? 1 : -1)],
      ["Women", byPrice],
    ] as const)("lists %s in the order of the collection", async (title, compare) => {
      const all = findClothes({ ...NOTHING, in: title, includeBelow: true }).map(toTitle);
      const listed = async (reverse: boolean) =>
        titlesOf(
          await search(null, {
            in: { id: idOf(title) },
            includeBelow: true,
            sort: { key: "RELEVANCE", reverse },
          }),
        );

      expect(all.length).toBeGreaterThan(2);
      expect(await listed(false)).toEqual(all.toSorted(compare));
      expect(await listed(true)).toEqual(all.toSorted(compare).toReversed());
    });

    test("lists what is in a collection by hand first, then what is only below it", async () => {
      const own = CLOTHES.filter(({ categories }) => categories.includes("Clothing")).map(toTitle);
      const all = findClothes({ ...NOTHING, in: "Clothing", includeBelow: true }).map(toTitle);
      const listed = titlesOf(await search(null, { in: { slug: "clothing" }, includeBelow: true }));

      expect(listed.slice(0, own.length)).toEqual(own);
      expect(listed).toEqual([...own, ...all.filter((title) => !own.includes(title))]);
      expect(own.length).toBeLessThan(all.length);
    });

    test("puts the collections below first, and leaves out the one that is searched in", async () => {
      const { facets } = await search(null, {
        in: { slug: "clothing" },
        includeBelow: true,
        withFacets: true,
      });
      const labels = facets
        .find(({ kind }) => kind === "COLLECTION")
        ?.values.map(({ label }) => label);

      expect(labels?.slice(0, 3).toSorted()).toEqual(["Men", "Shirts", "Women"]);
      expect(labels?.slice(3).toSorted()).toEqual(["Sale", "Secret"]);
    });

    test("has collections in the merchant's order, also after another one made all others move", async () => {
      const labels = async (more: object = { in: { slug: "clothing" }, includeBelow: true }) =>
        (await search(null, { ...more, withFacets: true })).facets
          .find(({ kind }) => kind === "COLLECTION")
          ?.values.map(({ label }) => label);
      const place = (title: string, at: number) =>
        shop.collectionPlace({ id: idOf(title), at }, OPERATOR);

      expect(await labels()).toEqual(["Men", "Shirts", "Women", "Secret", "Sale"]);
      await place("Women", 0);
      expect(await labels()).toEqual(["Women", "Men", "Shirts", "Secret", "Sale"]);
      // Each move takes the middle of the gap between two others, until there is none.
      for (let move = 0; move < 30; move += 1) await place(move % 2 === 0 ? "Hidden" : "Men", 1);
      expect(await labels()).toEqual(["Women", "Men", "Shirts", "Secret", "Sale"]);
      await place("Sale", 0);
      expect(await labels({})).toEqual(["Sale", "Clothing", "Women", "Men", "Shirts", "Secret"]);
    });

    test("finds nothing in a collection that the buyer does not see, and says so", async () => {
      const inside = (name: object, viewer = GUEST) =>
        shopSearch(
          {
            query: null,
            in: name as { readonly slug: string },
            filter: {},
            sort: { key: "RELEVANCE", reverse: false },
            currency: "EUR",
            withFacets: false,
            withSuggestions: false,
            page: { size: 100, direction: "forward", after: null, before: null },
            fields: new Set(["title"]),
          },
          viewer,
        );

      expect(await inside({ slug: "hidden" })).toBeNull();
      expect(await inside({ id: idOf("Hidden") })).toBeNull();
      expect(await inside({ slug: "unknown" })).toBeNull();
      expect(await inside({ slug: "secret" })).not.toBeNull();
    });

    test("follows a collection to another parent, another slug and out of the shop", async () => {
      const made = await shop.collectionCreate({ collection: { title: "Hats" } }, OPERATOR);
      const hats = { id: String(made.result?.collectionId) };
      await shop.collectionPublish(hats, OPERATOR);
      const hat = await addProduct(shop, "Hat", {});
      await shop.collectionProductsAdd({ ...hats, productIds: [hat] }, OPERATOR);
      const isIn = async (slug: string) =>
        titlesOf(await search("hat", { in: { slug }, includeBelow: true })).includes("Hat");
      expect([await isIn("hats"), await isIn("women")]).toEqual([true, false]);

      await shop.collectionPlace({ ...hats, parentId: idOf("Women") }, OPERATOR);
      await shop.collectionUpdate({ ...hats, changes: { slug: "headgear" } }, OPERATOR);
      expect([await isIn("women"), await isIn("headgear"), await isIn("hats")]).toEqual([
        true,
        true,
        true,
      ]);

      await shop.collectionUnpublish(hats, OPERATOR);
      expect(await isIn("women")).toBe(false);
      await expect(isIn("headgear")).rejects.toThrow("not seen");
      await shop.productDelete({ id: hat }, OPERATOR);
      await shop.collectionDelete(hats, OPERATOR);
    });
  });
};

const NOTHING: CategoryPick = {
  query: null,
  in: null,
  includeBelow: false,
  categories: [],
  tags: [],
};

const priceOf = (title: string): number =>
  Number(CLOTHES.find((one) => one.title === title)?.price);
const byPrice = (a: string, b: string): number => priceOf(a) - priceOf(b);
