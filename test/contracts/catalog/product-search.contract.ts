import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  catalog,
  type Catalog,
  type CatalogNeeds,
} from "../../../src/application/catalog/catalog.js";
import type {
  AskedSearch,
  FoundProducts,
} from "../../../src/application/catalog/search/search-products.js";
import { GUEST, OPERATOR, type Viewer } from "../../../src/application/shared/viewer.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { bruteForce, PICKS, SHIRTS, type Pick } from "./shirts.js";

/** A shop's store, empty as yet. */
type Subject = Omit<CatalogNeeds, "clock" | "ids" | "currency"> & {
  readonly close: () => Promise<void>;
};

/** Asks with everything left out that is not given. */
export const searching =
  (shop: Catalog) =>
  (
    query: string | null,
    more: Partial<AskedSearch> = {},
    viewer: Viewer = GUEST,
  ): Promise<FoundProducts> =>
    shop.search.shop(
      {
        query,
        filter: {},
        sort: { key: "RELEVANCE", reverse: false },
        currency: "EUR",
        withFacets: false,
        withSuggestions: false,
        page: { size: 100, direction: "forward", after: null, before: null },
        fields: new Set(["title"]),
        ...more,
      },
      viewer,
    );

const bring = async (shop: Catalog, title: string, more: object): Promise<ProductId> => {
  const { result, refusals } = await shop.productCreate(
    { product: { title, status: "ACTIVE", variants: [{ price: "10.00", onHand: 1 }], ...more } },
    OPERATOR,
  );
  if (!result) throw new Error(JSON.stringify(refusals));
  await shop.productPublish({ id: result.productId }, OPERATOR);
  return result.productId;
};

const titlesOf = ({ page }: FoundProducts): readonly string[] =>
  page.items.map(({ item }) => String(item.title));

/** The search on whichever store: what it finds is what the shop shows, also a moment after it was changed. */
export const productSearch = (open: () => Promise<Subject>): void => {
  describe("the search", () => {
    let subject: Subject;
    let shop: Catalog;
    let search: ReturnType<typeof searching>;

    beforeEach(async () => {
      subject = await open();
      shop = catalog({ ...subject, clock: fixedClock(), ids: numberedIds(), currency: "EUR" });
      search = searching(shop);
    });
    afterEach(() => subject.close());

    const add = (title: string, more: object = {}): Promise<ProductId> => bring(shop, title, more);

    test("finds a product by its title, SKU, barcode, tag, vendor, type, option value and description", async () => {
      await add("Harbour Mug", {
        descriptionHtml: "<p>Fired in a <b>wood</b>kiln.</p>",
        vendor: "Møller & Søn",
        productType: "Tableware",
        tags: ["Seafaring"],
        options: [{ name: "Colour", values: ["Turquoise"] }],
        variants: [
          {
            optionValues: [{ name: "Colour", value: "Turquoise" }],
            sku: "HM-77/T",
            barcode: "4006381333931",
            price: "10.00",
          },
        ],
      });
      await add("Candle");

      for (const query of [
        "harbour",
        "HM77t",
        "hm-77/t",
        "4006381333931",
        "seafaring",
        "moller",
        "TABLEWARE",
        "turquoise",
        "woodkiln",
        "harb",
        "harbuor",
      ])
        expect([query, titlesOf(await search(query))]).toEqual([query, ["Harbour Mug"]]);
      expect(titlesOf(await search("anchor"))).toEqual([]);
    });

    test("puts the label that was typed first, then titles, keywords and descriptions", async () => {
      await add("A pot", { descriptionHtml: "Next to a mug, it shines." });
      await add("B pot", { tags: ["mug"] });
      await add("Mug of mine");
      await add("Z pot", { variants: [{ sku: "MUG", price: "1.00" }] });

      expect(titlesOf(await search("mug"))).toEqual(["Z pot", "Mug of mine", "B pot", "A pot"]);
    });

    test("shows at once what was changed here: a new title, another tag, an end of the stock", async () => {
      const id = await add("Harbour Mug", {
        variants: [{ sku: "H", price: "10.00", onHand: 4, tracked: true }],
      });
      expect((await search("harbour", { filter: { available: true } })).total).toBe(1);

      await shop.productUpdate(
        { id, changes: { title: "Lighthouse Mug", tags: ["coast"] } },
        OPERATOR,
      );
      expect([
        (await search("harbour")).total,
        (await search("lighthouse")).total,
        (await search("coast")).total,
      ]).toEqual([0, 1, 1]);

      const [variant] =
        (
          await subject.catalogReads.variantsOfProducts(
            [id],
            { size: 1, direction: "forward", after: null, before: null },
            new Set(),
          )
        ).get(id)?.items ?? [];
      await shop.stockCount(
        { counts: [{ variantId: String(variant?.item.id), onHand: 0 }] },
        OPERATOR,
      );
      expect([
        (await search("lighthouse", { filter: { available: true } })).total,
        (await search("lighthouse", { filter: { available: false } })).total,
      ]).toEqual([0, 1]);
    });

    test("finds what is said of a product in other languages, as soon as it is said", async () => {
      const id = await add("Harbour Mug", {
        options: [{ name: "Colour", values: ["Blue"] }],
        variants: [{ optionValues: [{ name: "Colour", value: "Blue" }], price: "10.00" }],
      });
      expect((await search("hafenbecher")).total).toBe(0);

      const german = {
        locale: "de",
        title: "Hafenbecher",
        descriptionHtml: "<p>Im Holzofen gebrannt.</p>",
        options: [{ name: "Colour", values: [{ value: "Blue", translation: "Türkisblau" }] }],
      };
      await shop.productTranslationsSet(
        { id, translations: [german, { locale: "ja", descriptionHtml: "港のマグカップ" }] },
        OPERATOR,
      );
      for (const query of ["hafenbecher", "Holzofen", "turkisblau", "マグカップ", "harbour"])
        expect([query, titlesOf(await search(query))]).toEqual([query, ["Harbour Mug"]]);

      await shop.productTranslationsRemove({ id, locales: ["de"] }, OPERATOR);
      expect([(await search("hafenbecher")).total, (await search("マグカップ")).total]).toEqual([
        0, 1,
      ]);
    });

    test("names collections and options in the language of the buyer, and takes their values as they were written first", async () => {
      const id = await add("Harbour Mug", {
        options: [{ name: "Colour", values: ["Blue", "Sand"] }],
        variants: ["Blue", "Sand"].map((value) => ({
          optionValues: [{ name: "Colour", value }],
          price: "10.00",
        })),
      });
      const made = await shop.collectionCreate({ collection: { title: "Kitchen" } }, OPERATOR);
      const kitchen = String(made.result?.collectionId) as CollectionId;
      await shop.collectionPublish({ id: kitchen }, OPERATOR);
      await shop.collectionProductsAdd({ id: kitchen, productIds: [id] }, OPERATOR);
      await shop.productTranslationsSet(
        {
          id,
          translations: [
            {
              locale: "de",
              options: [
                {
                  name: "Colour",
                  translation: "Farbe",
                  values: [{ value: "Blue", translation: "Blau" }],
                },
              ],
            },
          ],
        },
        OPERATOR,
      );
      await shop.collectionTranslationsSet(
        { id: kitchen, translations: [{ locale: "de", title: "Küche" }] },
        OPERATOR,
      );
      const labels = async (locale: string | null) =>
        (
          await search(
            null,
            { withFacets: true, filter: { options: [{ name: "Colour", values: ["Blue"] }] } },
            { ...GUEST, place: { market: "default", currency: "EUR", priceList: null, locale } },
          )
        ).facets
          .filter(({ kind }) => kind === "COLLECTION" || kind === "OPTION")
          .map(({ name, label, values }) => [
            name,
            label,
            values.map((one) => [one.value, one.label, one.isSelected]),
          ]);

      const german = [
        [null, null, [[kitchen, "Küche", false]]],
        [
          "Colour",
          "Farbe",
          [
            ["Blue", "Blau", true],
            ["Sand", "Sand", false],
          ],
        ],
      ];
      expect(await labels("de-AT")).toEqual(german);
      expect(await labels(null)).toEqual([
        [null, null, [[kitchen, "Kitchen", false]]],
        [
          "Colour",
          "Colour",
          [
            ["Blue", "Blue", true],
            ["Sand", "Sand", false],
          ],
        ],
      ]);

      await shop.productTranslationsRemove({ id, locales: ["de"] }, OPERATOR);
      await shop.collectionTranslationsRemove({ id: kitchen, locales: ["de"] }, OPERATOR);
      expect(await labels("de")).toEqual(await labels(null));
    });

    test.each([
      ["deleted", (id: ProductId) => shop.productDelete({ id }, OPERATOR)],
      ["taken from the shop", (id: ProductId) => shop.productUnpublish({ id }, OPERATOR)],
      ["archived", (id: ProductId) => shop.productArchive({ id }, OPERATOR)],
    ])("no longer finds what was %s, nor suggests its words", async (_, act) => {
      const id = await add("Harbour Mug");
      await add("Harp");
      const [harbour, harp] = ["harbour", "harp"].map((query) => ({ kind: "COMPLETION", query }));
      expect(await search("har", { withSuggestions: true })).toMatchObject({
        total: 2,
        suggestions: [harbour, harp],
      });
      await act(id);

      expect(await search("har", { withSuggestions: true })).toMatchObject({
        total: 1,
        suggestions: [harp],
      });
    });

    test("finds what is to be shown later only from then on, and what is over no longer", async () => {
      const id = await add("Advent Candle");
      await shop.productPublish(
        {
          id,
          from: new Date("2026-02-01T00:00:00.000Z"),
          until: new Date("2026-03-01T00:00:00.000Z"),
        },
        OPERATOR,
      );
      const at = async (time: string) =>
        (
          await searching(
            catalog({ ...subject, clock: fixedClock(time), ids: numberedIds(), currency: "EUR" }),
          )("advent")
        ).total;

      expect(
        await Promise.all([
          at("2026-01-31T23:59:59.999Z"),
          at("2026-02-01T00:00:00.000Z"),
          at("2026-02-28T23:59:59.999Z"),
          at("2026-03-01T00:00:00.000Z"),
        ]),
      ).toEqual([0, 1, 1, 0]);
    });

    test("follows what is put into collections, arranged in them and taken out, and collections that go", async () => {
      const [one, two, three] = [
        await add("One mug"),
        await add("Two mug"),
        await add("Three mug"),
      ];
      const { result } = await shop.collectionCreate(
        { collection: { title: "Mugs", productIds: [one, two, three] } },
        OPERATOR,
      );
      const collection = result?.collectionId;
      if (!collection) throw new Error("There is no collection.");
      await shop.collectionPublish({ id: collection }, OPERATOR);
      const inside = async () =>
        titlesOf(await search(null, { filter: { collections: [collection] } }));
      expect(await inside()).toEqual(["One mug", "Two mug", "Three mug"]);

      await shop.collectionProductsReorder(
        { id: collection, moves: [{ productId: three, to: 0 }] },
        OPERATOR,
      );
      expect(await inside()).toEqual(["Three mug", "One mug", "Two mug"]);

      await shop.collectionProductsRemove({ id: collection, productIds: [one] }, OPERATOR);
      expect(await inside()).toEqual(["Three mug", "Two mug"]);

      await shop.collectionDelete({ id: collection }, OPERATOR);
      expect(await inside()).toEqual([]);
      expect((await search("mug")).total).toBe(3);
    });

    test("shows a collection that was chosen while it is empty, and no tag that nothing has any more, whatever was there before", async () => {
      const { result } = await shop.collectionCreate(
        { collection: { title: "Kitchen" } },
        OPERATOR,
      );
      const kitchen = id<CollectionId>(String(result?.collectionId));
      await shop.collectionPublish({ id: kitchen }, OPERATOR);
      const mug = await add("Harbour Mug", { tags: ["coast"] });
      const chosen = async () =>
        (
          await search(null, {
            filter: { collections: [kitchen], tags: ["coast"] },
            withFacets: true,
          })
        ).facets.flatMap(({ kind, values }) =>
          values
            .filter(({ isSelected }) => isSelected)
            .map(({ label, count }) => [kind, label, count]),
        );
      expect(await chosen()).toEqual([
        ["COLLECTION", "Kitchen", 0],
        ["TAG", "coast", 0],
      ]);

      await shop.productTagsRemove({ id: mug, tags: ["coast"] }, OPERATOR);
      expect(await chosen()).toEqual([["COLLECTION", "Kitchen", 0]]);
    });

    test("suggests what was meant, and finds it", async () => {
      await add("Cotton Shirt");
      const found = await search("coton shirt", { withSuggestions: true });

      expect(titlesOf(found)).toEqual(["Cotton Shirt"]);
      expect(found.suggestions).toEqual([{ kind: "DID_YOU_MEAN", query: "cotton shirt" }]);
    });
  });

  describe("the search over twenty-four shirts", () => {
    let subject: Subject;
    let search: ReturnType<typeof searching>;

    beforeAll(async () => {
      subject = await open();
      const shop = catalog({
        ...subject,
        clock: fixedClock(),
        ids: numberedIds(),
        currency: "EUR",
      });
      search = searching(shop);
      for (const { title, ...more } of SHIRTS) await bring(shop, title, more);
    });
    afterAll(() => subject.close());

    test.each(
      (["RELEVANCE", "TITLE", "PRICE", "CREATED", "UPDATED", "MANUAL"] as const).flatMap((key) =>
        [false, true].map((reverse) => [key, reverse] as const),
      ),
    )(
      "pages by %s (reverse: %s) lose and repeat nothing, forwards and backwards",
      async (key, reverse) => {
        const sort = { key, reverse };
        const all = titlesOf(await search("shirt", { sort }));
        const walk = async (direction: "forward" | "backward"): Promise<readonly string[]> => {
          const titles: string[] = [];
          let cursor: string | null = null;
          for (let goesOn = true; goesOn;) {
            const page =
              direction === "forward"
                ? { size: 5, direction, after: cursor, before: null }
                : { size: 5, direction, after: null, before: cursor };
            const found: FoundProducts = await search("shirt", { sort, page });
            if (direction === "forward") titles.push(...titlesOf(found));
            else titles.unshift(...titlesOf(found));
            cursor =
              (direction === "forward"
                ? found.page.items.at(-1)?.cursor
                : found.page.items[0]?.cursor) ?? null;
            goesOn = direction === "forward" ? found.page.hasNextPage : found.page.hasPreviousPage;
          }
          return titles;
        };

        expect(all).toHaveLength(SHIRTS.length);
        expect(await walk("forward")).toEqual(all);
        expect(await walk("backward")).toEqual(all);
      },
    );

    test("a cursor belongs to its query and its order", async () => {
      const { page } = await search("shirt", {
        page: { size: 2, direction: "forward", after: null, before: null },
      });
      const [first] = page.items;
      const onward = (query: string, more: Partial<AskedSearch>) =>
        search(query, {
          page: { size: 2, direction: "forward", after: first?.cursor ?? "", before: null },
          ...more,
        });

      await expect(onward("shirts blue", {})).rejects.toMatchObject({ code: "INVALID_CURSOR" });
      await expect(
        onward("shirt", { sort: { key: "TITLE", reverse: false } }),
      ).rejects.toMatchObject({ code: "INVALID_CURSOR" });
    });

    test("whatever is chosen, every facet counts what one would count by hand", async () => {
      await fc.assert(
        fc.asyncProperty(PICKS, async (pick: Pick) => {
          const { filter, total, counts } = bruteForce(pick);
          const found = await search(pick.query, { filter, withFacets: true });
          const shown = found.facets.flatMap(({ kind, name, values }) =>
            kind === "PRICE"
              ? []
              : values.map(
                  ({ value, count }) => [`${kind} ${name ?? ""} ${value}`, count] as const,
                ),
          );

          expect(found.total).toBe(total);
          expect(Object.fromEntries(shown.filter(([, count]) => count > 0))).toEqual(counts);
        }),
        { numRuns: 60 },
      );
    });

    test("each range of prices leaves as many products as it says", async () => {
      const { facets } = await search("shirt", { withFacets: true });
      const prices = facets.find(({ kind }) => kind === "PRICE");
      expect(prices?.values.length).toBeGreaterThan(2);

      for (const { min, max, count } of prices?.values ?? [])
        expect(
          (
            await search("shirt", {
              filter: { ...(min && { minPrice: min }), ...(max && { maxPrice: max }) },
            })
          ).total,
        ).toBe(count);
    });

    test.each([
      "(cotton",
      "shirt)",
      '"shirt',
      "shirt* OR 1=1",
      "%",
      "_",
      "'; DROP TABLE catalog_product; --",
      "shirt\u0000",
      "\uD800shirt",
      "a".repeat(10_000),
      "shirt ".repeat(2_000),
      "***",
      "!!!",
      "\\",
      "AND",
      "shirt NEAR/2 blue",
      "title:shirt",
      '{"$gt":""}',
      "__proto__",
      "constructor",
    ])("%j neither fails nor finds everything that it does not mean", async (query) => {
      const { total } = await search(query, { withFacets: true, withSuggestions: true });

      // Those of shirt 10 to shirt 19 have most of its words.
      const few = query.includes("1=1") ? 10 : 0;
      expect(total).toBe(/^\W*shirt\W*$/.test(query) ? SHIRTS.length : few);
    });
  });
};
