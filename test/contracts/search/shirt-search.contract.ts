import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import type {
  FoundProducts,
  SearchProducts,
} from "../../../src/application/search/search-products.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { search as searchOf } from "../../../src/application/search/search.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { addProduct, searching, titlesOf, type SearchSubject } from "./search-subject.js";
import { bruteForce, PICKS, PICKS_OF_ONE_FACET, SHIRTS, type Pick } from "./shirts.js";

/** Pages, facets and queries of a search over twenty-four shirts. */
export const shirtSearch = (open: () => Promise<SearchSubject>): void => {
  describe("the search over twenty-four shirts", () => {
    let subject: SearchSubject;
    let search: ReturnType<typeof searching>;
    let shop: Catalog;

    beforeAll(async () => {
      subject = await open();
      shop = catalog({
        ...subject,
        clock: fixedClock(),
        ids: numberedIds(),
        currency: "EUR",
      });
      search = searching(searchOf({ ...subject, clock: fixedClock() }));
      for (const { title, ...more } of SHIRTS) await addProduct(shop, title, more);
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
      const onward = (query: string, more: Partial<SearchProducts>) =>
        search(query, {
          page: { size: 2, direction: "forward", after: first?.cursor ?? "", before: null },
          ...more,
        });

      await expect(onward("shirts blue", {})).rejects.toMatchObject({ code: "INVALID_CURSOR" });
      await expect(
        onward("shirt", { sort: { key: "TITLE", reverse: false } }),
      ).rejects.toMatchObject({ code: "INVALID_CURSOR" });
    });

    test("every facet has the right counts under every filter", async () => {
      await fc.assert(
        fc.asyncProperty(PICKS, async (pick: Pick) => {
          const { filter, total, counts } = bruteForce(pick);
          const found = await search(pick.query, { filter, withFacets: true });
          const foundCounts = found.facets.flatMap(({ kind, name, values }) =>
            kind === "PRICE"
              ? []
              : values.map(
                  ({ value, count }) => [`${kind} ${name ?? ""} ${value}`, count] as const,
                ),
          );

          expect(found.total).toBe(total);
          expect(Object.fromEntries(foundCounts.filter(([, count]) => count > 0))).toEqual(counts);
        }),
        // A choice of each kind alone is always among them.
        { numRuns: 60, examples: PICKS_OF_ONE_FACET.map((pick) => [pick]) },
      );
    });

    test("a value of an option has the swatch that most products give it", async () => {
      const dyed = (title: string, color: string | null) =>
        addProduct(shop, title, {
          options: [
            {
              name: "Dye",
              values: ["Woad", "Madder"],
              swatches: color === null ? [] : [{ value: "Woad", color }],
            },
          ],
          variants: ["Woad", "Madder"].map((value) => ({
            optionValues: [{ name: "Dye", value }],
            price: "10.00",
          })),
        });
      const colors = async () =>
        (await search("scarf", { withFacets: true })).facets
          .find(({ name }) => name === "Dye")
          ?.values.map(({ value, swatch }) => [value, swatch?.color ?? null]);
      const scarves = [
        await dyed("Scarf one", "#FF0000"),
        await dyed("Scarf two", "#1e90ff"),
        await dyed("Scarf three", "#1E90FF"),
        await dyed("Scarf four", null),
      ];
      const repaint = (id: string, color: string | null) =>
        shop.productOptionUpdate(
          { id, name: "Dye", swatches: [{ value: "Woad", color }] },
          OPERATOR,
        );
      const WITHOUT = ["Madder", null];

      expect(await colors()).toEqual([["Woad", "#1e90ff"], WITHOUT]);
      await repaint(scarves[1] ?? "", "#ff0000");
      expect(await colors()).toEqual([["Woad", "#ff0000"], WITHOUT]);
      for (const id of scarves) await repaint(id, null);
      expect(await colors()).toEqual([["Woad", null], WITHOUT]);
      for (const id of scarves) await shop.productDelete({ id }, OPERATOR);
    });

    test("a swatch is the image of a product that the viewer sees, and the same file counts as the same", async () => {
      const dyed = (title: string, url: string) =>
        addProduct(shop, title, {
          media: [{ url: "https://img.example/front.webp" }, { url }],
          options: [
            { name: "Weave", values: ["Twill"], swatches: [{ value: "Twill", mediaIndex: 1 }] },
          ],
          variants: [{ optionValues: [{ name: "Weave", value: "Twill" }], price: "10.00" }],
        });
      const [TWILL, OTHER] = ["https://img.example/twill.webp", "https://img.example/other.webp"];
      const shown = async (viewer = GUEST) => {
        const { facets } = await search("shawl", { withFacets: true }, viewer);
        const weave = facets.find(({ name }) => name === "Weave")?.values[0]?.swatch;
        const [image] = await shop.admin.mediaById(
          { ids: weave?.mediaId ? [weave.mediaId] : [], fields: new Set(["url", "productId"]) },
          OPERATOR,
        );
        return image && [image.url, image.productId];
      };
      const shawls = [
        await dyed("Shawl one", OTHER),
        await dyed("Shawl two", TWILL),
        await dyed("Shawl three", TWILL),
      ];
      const [one, two, three] = shawls;

      expect(await shown()).toEqual([TWILL, two]);
      await shop.productUpdate({ id: two ?? "", changes: { vendor: "Weavers" } }, OPERATOR);
      expect(await shown()).toEqual([TWILL, two]);
      await shop.productUnpublish({ id: two ?? "" }, OPERATOR);
      expect(await shown()).toEqual([TWILL, three]);
      await shop.productUnpublish({ id: three ?? "" }, OPERATOR);
      expect(await shown()).toEqual([OTHER, one]);
      const images = await shop.admin.mediaOfProducts(
        {
          ids: [one ?? ("" as never)],
          page: { size: 9, direction: "forward", after: null, before: null },
          fields: new Set(["url"]),
        },
        OPERATOR,
      );
      const [, swatch] = images.get(one as never)?.items ?? [];
      await shop.productMediaUpdate(
        { id: one ?? "", media: [{ id: swatch?.item.id ?? "", url: `${OTHER}?v=2` }] },
        OPERATOR,
      );
      expect(await shown()).toEqual([`${OTHER}?v=2`, one]);
      await shop.productMediaRemove({ id: one ?? "", mediaIds: [swatch?.item.id ?? ""] }, OPERATOR);
      expect(await shown()).toBeUndefined();
      for (const id of shawls) await shop.productDelete({ id }, OPERATOR);
    });

    test("each price bucket filters as many products as it counts", async () => {
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
    ])("the query %j neither fails nor finds everything", async (query) => {
      const { total } = await search(query, { withFacets: true, withSuggestions: true });

      // Those of shirt 10 to shirt 19 have most of its words.
      const few = query.includes("1=1") ? 10 : 0;
      expect(total).toBe(/^\W*shirt\W*$/.test(query) ? SHIRTS.length : few);
    });
  });
};
