import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import { search as searchOf } from "../../../src/application/search/search.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { collectionSearch } from "./collection-search.contract.js";
import { fieldSearch } from "./field-search.contract.js";
import { oneVariant } from "./one-variant.contract.js";
import { pricedSearch } from "./priced-search.contract.js";
import { addProduct, searching, titlesOf, type SearchSubject } from "./search-subject.js";
import { shirtSearch } from "./shirt-search.contract.js";

/** The search on every store: it finds what the shop shows, also soon after a change. */
export const productSearchContract = (open: () => Promise<SearchSubject>): void => {
  describe("the search", () => {
    let subject: SearchSubject;
    let shop: Catalog;
    let search: ReturnType<typeof searching>;

    beforeEach(async () => {
      subject = await open();
      shop = catalog({ ...subject, clock: fixedClock(), ids: numberedIds(), currency: "EUR" });
      search = searching(searchOf({ ...subject, clock: fixedClock() }));
    });
    afterEach(() => subject.close());

    const add = (title: string, more: object = {}): Promise<ProductId> =>
      addProduct(shop, title, more);

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

    test("ranks an exact code first, then titles, keywords and descriptions", async () => {
      await add("A pot", { descriptionHtml: "Next to a mug, it shines." });
      await add("B pot", { tags: ["mug"] });
      await add("Mug of mine");
      await add("Z pot", { variants: [{ sku: "MUG", price: "1.00" }] });

      expect(titlesOf(await search("mug"))).toEqual(["Z pot", "Mug of mine", "B pot", "A pot"]);
    });

    test("shows changes of its own process at once: a new title, another tag, the end of the stock", async () => {
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
      await stockCount({ ...subject, clock: fixedClock() })(
        { counts: [{ variantId: String(variant?.item.id), onHand: 0 }] },
        OPERATOR,
      );
      expect([
        (await search("lighthouse", { filter: { available: true } })).total,
        (await search("lighthouse", { filter: { available: false } })).total,
      ]).toEqual([0, 1]);
    });

    test("finds translated texts of a product at once", async () => {
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

    test("labels collections and options in the language of the buyer, and filters by their original values", async () => {
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
            {
              ...GUEST,
              shoppingContext: {
                market: "default",
                currency: "EUR",
                priceLists: [],
                locale,
                moment: new Date("2026-01-01T12:00:00.000Z"),
                salesChannel: "WEB",
              },
            },
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
      ["unpublished", (id: ProductId) => shop.productUnpublish({ id }, OPERATOR)],
      ["archived", (id: ProductId) => shop.productArchive({ id }, OPERATOR)],
    ])("does not find a product that was %s, nor suggest its words", async (_, act) => {
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

    test("finds a product only during its publication", async () => {
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
        (await searching(searchOf({ ...subject, clock: fixedClock(time) }))("advent")).total;

      expect(
        await Promise.all([
          at("2026-01-31T23:59:59.999Z"),
          at("2026-02-01T00:00:00.000Z"),
          at("2026-02-28T23:59:59.999Z"),
          at("2026-03-01T00:00:00.000Z"),
        ]),
      ).toEqual([0, 1, 1, 0]);
    });

    test("follows products that are added to, moved in and removed from collections, and deleted collections", async () => {
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

    test("shows a selected collection while it is empty, and no tag that no product has any more", async () => {
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

    test("suggests a correction, and finds it", async () => {
      await add("Cotton Shirt");
      const found = await search("coton shirt", { withSuggestions: true });

      expect(titlesOf(found)).toEqual(["Cotton Shirt"]);
      expect(found.suggestions).toEqual([{ kind: "DID_YOU_MEAN", query: "cotton shirt" }]);
    });
  });

  pricedSearch(open);
  oneVariant(open);

  fieldSearch(open);
  shirtSearch(open);
  collectionSearch(open);
};
