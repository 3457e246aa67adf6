import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import { catalog } from "../../../src/application/catalog/catalog.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import type { SearchSort } from "../../../src/application/search/ports/product-search.js";
import type { SearchProducts } from "../../../src/application/search/search-products.js";
import { search as searchOf } from "../../../src/application/search/search.js";
import { GUEST, OPERATOR, type Viewer } from "../../../src/application/shared/viewer.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import {
  canBeBought,
  currencyOf,
  matchingShirts,
  matchingVariants,
  MIXED_PICKS,
  mixedShirts,
  naiveCounts,
  toFilter,
  VIEWS,
  type MixedPick,
  type MixedVariant,
  type View,
} from "./mixed-shirts.js";
import { addProduct, searching, titlesOf, type SearchSubject } from "./search-subject.js";

const SHIRTS = mixedShirts(40, 15);
const EVERYTHING = { size: 100, direction: "forward", after: null, before: null } as const;

/**
 * Conditions on variants, compared with a count of one variant after the other: in the search, in
 * the lists that the database answers, at own prices and at those of two price lists.
 */
export const oneVariant = (open: () => Promise<SearchSubject>): void => {
  describe("conditions on variants", () => {
    let subject: SearchSubject;
    let search: ReturnType<typeof searching>;
    const clock = fixedClock();
    const lists = new Map<View, PriceListId>();
    const skus = new Map<VariantId, string>();

    beforeAll(async () => {
      subject = await open();
      const needs = { ...subject, clock, ids: numberedIds(), currency: "EUR" };
      const shop = catalog(needs);
      search = searching(searchOf(needs));
      const bySku = new Map<string, VariantId>();
      for (const { title, vendor, variants } of SHIRTS) {
        const id = await addProduct(shop, title, {
          vendor,
          options: ["Size", "Colour"].map((name) => ({ name, values: [] })),
          variants: variants.map(variantInput),
        });
        const found = await subject.catalogReads.variantsOfProducts(
          [id],
          EVERYTHING,
          new Set(["sku"]),
        );
        for (const { item } of found.get(id)?.items ?? []) {
          bySku.set(String(item.sku), item.id);
          skus.set(item.id, String(item.sku));
        }
      }
      const all = SHIRTS.flatMap(({ variants }) => variants);
      for (const view of ["CHF", "SALE"] as const) {
        const created = await priceListCreate(needs)(
          { priceList: { key: view.toLowerCase(), currency: currencyOf(view) } },
          OPERATOR,
        );
        const priceListId = created.result?.priceListId ?? ("" as PriceListId);
        lists.set(view, priceListId);
        const items = all.flatMap(({ sku, prices, reduced }) => {
          const price = prices[view];
          return price === null || price === own(view, prices)
            ? []
            : [{ variantId: bySku.get(sku) ?? "", ...priceInput(price, reduced) }];
        });
        const { refusals } = await priceListPricesSet(needs)({ priceListId, items }, OPERATOR);
        expect(refusals).toEqual([]);
      }
    });
    afterAll(() => subject.close());

    const viewerIn = (view: View): Viewer => {
      const list = lists.get(view);
      return list === undefined
        ? GUEST
        : {
            ...GUEST,
            shoppingContext: {
              market: "other",
              currency: currencyOf(view),
              priceLists: [list],
              locale: null,
              moment: clock.now(),
              salesChannel: "WEB",
            },
          };
    };
    const searchIn = (
      view: View,
      pick: MixedPick,
      withFacets = false,
      more: Partial<SearchProducts> = {},
    ) =>
      search(
        null,
        {
          filter: toFilter(pick, view),
          withFacets,
          currency: currencyOf(view),
          sort: { key: "TITLE", reverse: false },
          ...more,
        },
        viewerIn(view),
      );
    const assertForAll = (check: (pick: MixedPick, view: View) => Promise<void>, numRuns: number) =>
      fc.assert(fc.asyncProperty(MIXED_PICKS, fc.constantFrom(...VIEWS), check), {
        numRuns,
        seed: 4,
      });

    test("the search finds the products of which one variant meets all conditions, and says which", async () => {
      await assertForAll(async (pick, view) => {
        const found = await searchIn(view, pick);
        const expected = matchingShirts(SHIRTS, pick, view);
        expect(titlesOf(found).toSorted()).toEqual(expected.map(({ title }) => title).toSorted());

        const isAboutVariants = Object.keys(toFilter({ ...pick, vendors: [] }, view)).length > 0;
        const matching = found.page.items.map(({ item }) => {
          const variant = found.variants.get(item.id);
          return variant && skus.get(variant);
        });
        expect(matching).toEqual(
          titlesOf(found).map((title) => {
            const shirt = expected.find((one) => one.title === title);
            return isAboutVariants && shirt
              ? bestOf(matchingVariants(shirt, pick, view), view)?.sku
              : undefined;
          }),
        );
      }, 150);
    });

    test("each facet counts what a search with one of its values finds", async () => {
      await assertForAll(async (pick, view) => {
        const { facets, total } = await searchIn(view, pick, true);
        const counts = facets.flatMap(({ kind, name, values }) =>
          kind === "PRICE"
            ? []
            : values
                .filter(({ count }) => count > 0)
                .map(({ value, count }) => [`${kind} ${name ?? ""} ${value}`, count]),
        );
        expect(Object.fromEntries(counts)).toEqual(naiveCounts(SHIRTS, pick, view));
        expect(total).toBe(matchingShirts(SHIRTS, pick, view).length);
        for (const { min, max, count } of facets.find(({ kind }) => kind === "PRICE")?.values ?? [])
          expect(
            matchingShirts(
              SHIRTS,
              {
                ...pick,
                min: min && min.minorUnits / 100,
                max: max && max.minorUnits / 100,
              },
              view,
            ),
          ).toHaveLength(count);
      }, 150);
    });

    test("by price the products are in the order of what their variant costs, page by page", async () => {
      await assertForAll(async (pick, view) => {
        const walk = async (sort: SearchSort, size: number): Promise<readonly string[]> => {
          const titles: string[] = [];
          for (let after: string | null = null; ;) {
            const found = await searchIn(view, pick, false, {
              sort,
              page: { ...EVERYTHING, size, after },
            });
            titles.push(...titlesOf(found));
            after = found.page.items.at(-1)?.cursor ?? null;
            if (!found.page.hasNextPage) return titles;
          }
        };
        const isAboutVariants = Object.keys(toFilter({ ...pick, vendors: [] }, view)).length > 0;
        const expected = new Map(
          matchingShirts(SHIRTS, pick, view).map((shirt) => [
            shirt.title,
            isAboutVariants
              ? bestOf(matchingVariants(shirt, pick, view), view)?.prices[view]
              : Math.min(...shirt.variants.flatMap(({ prices }) => prices[view] ?? [])),
          ]),
        );
        for (const reverse of [false, true]) {
          const found = await walk({ key: "PRICE", reverse }, 4);
          const prices = found.map((title) => expected.get(title) ?? Number.POSITIVE_INFINITY);
          expect(found.toSorted()).toEqual([...expected.keys()].toSorted());
          expect(prices).toEqual(prices.toSorted((a, b) => (reverse ? -1 : 1) * byPrice(a, b)));
        }
      }, 60);
    });

    test("a list that the database answers has the same products, and the same number of them", async () => {
      await assertForAll(async ({ sizes: _, colours: __, ...rest }, view) => {
        const pick = { ...rest, sizes: [], colours: [] };
        const { options: ___, ...filter } = toFilter(pick, view);
        const { shoppingContext } = viewerIn(view);
        const audience: Audience = {
          sees: "everything",
          ...(shoppingContext && { shoppingContext }),
        };
        const { items } = await subject.catalogReads.products(
          { filter, sort: { key: "CREATED", reverse: false }, page: EVERYTHING },
          audience,
          new Set(["title", "matchingVariant"]),
        );
        const isAboutVariants = Object.keys(filter).some((name) => name !== "vendors");
        const expected = matchingShirts(SHIRTS, pick, view).map((shirt) => [
          shirt.title,
          isAboutVariants && bestOf(matchingVariants(shirt, pick, view), view)?.sku,
        ]);
        expect(
          items
            .map(({ item: { title, matchingVariant } }) => [
              title,
              matchingVariant ? skus.get(matchingVariant) : false,
            ])
            .toSorted(),
        ).toEqual(expected.toSorted());
        expect(await subject.catalogReads.countProducts(filter, audience)).toBe(expected.length);
      }, 100);
    });
  });
};

/** Infinite prices are equal. */
const byPrice = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The own price, where it counts in a list. */
const own = (view: View, prices: MixedVariant["prices"]): number | null =>
  view === "SALE" ? prices.EUR : null;

const priceInput = (price: number, reduced: boolean) => ({
  price: `${price}.00`,
  ...(reduced && { compareAtPrice: `${price + 50}.00` }),
});

const variantInput = ({ size, colour, sku, stock, prices, reduced }: MixedVariant) => ({
  optionValues: [
    { name: "Size", value: size },
    { name: "Colour", value: colour },
  ],
  sku,
  tracked: true,
  onHand: stock,
  ...(prices.EUR !== null && priceInput(prices.EUR, reduced)),
});

const bestOf = (variants: readonly MixedVariant[], view: View): MixedVariant | undefined => {
  const rank = (one: MixedVariant): number =>
    (canBeBought(one, view) ? 0 : 1_000_000) + (one.prices[view] ?? 100_000);
  return variants.toSorted((a, b) => rank(a) - rank(b))[0];
};
